// How one list is written: its form, its columns, and the habits of the clerk who made it.

/// How a date is written.
enum DateStyle: Sendable {
    /// `05/03/1980`, `5/3/1980`, `05-03-1980`, `05.03.1980`.
    case slashes, short, dashes, dots
    /// `1980-03-05`.
    case iso
    /// `05/03/80`.
    case twoDigitYear
    /// `29285`: a date that became a number.
    case serial
    /// `ngày 5 tháng 3 năm 1980`.
    case words
    /// `05031980`.
    case digits
    /// A typed cell.
    case typed

    func text(_ day: Day) -> SampleCell {
        let (d, m, y) = (Day.twoDigits(day.day), Day.twoDigits(day.month), String(day.year))
        switch self {
        case .slashes: return SampleCell("\(d)/\(m)/\(y)")
        case .short: return SampleCell("\(day.day)/\(day.month)/\(y)")
        case .dashes: return SampleCell("\(d)-\(m)-\(y)")
        case .dots: return SampleCell("\(d).\(m).\(y)")
        case .iso: return SampleCell(day.iso)
        case .twoDigitYear: return SampleCell("\(d)/\(m)/\(y.suffix(2))")
        case .serial: return SampleCell(String(day.serial), kind: .number)
        case .words: return SampleCell("ngày \(day.day) tháng \(day.month) năm \(y)")
        case .digits: return SampleCell(d + m + y)
        case .typed: return SampleCell(day.iso, kind: .date)
        }
    }
}

/// How an identity number is written.
enum NumberStyle: Sendable {
    case plain, apostrophe, formula, dots, spaces, labelled
    /// The column became numbers: the zeros in front are gone.
    case number
}

/// How a rank's code is written: `01.003`, `01003`, `1.003`; `V.07.03.29`, `V07.03.29`.
enum RankStyle: Sendable { case code, noDots, noZero }

/// How a step is written.
enum StepStyle: Sendable { case plain, ofAll, word, withCoefficient }

/// A column of a list.
struct ListColumn: Sendable {
    var field: SampleField
    var heading: SampleHeading
}

/// How a list is written.
struct ListStyle: Sendable {
    var form = FileForm.csvComma
    var columns: [ListColumn] = []
    var birthStyle = DateStyle.slashes
    var eventStyle = DateStyle.slashes
    var numberStyle = NumberStyle.plain
    var stepStyle = StepStyle.plain
    var hasUpperNames = false
    /// `Ông`, `Bà` before every name.
    var hasTitles = false
    var hasDecimalPoint = false
    /// Coefficients as numbers in typed cells.
    var hasTypedNumbers = false
    var rankStyle = RankStyle.code
    /// `4,98 VK 7%` on the last step.
    var hasOverFrame = false
    /// Women are marked with an x in a column of their own.
    var marksWomen = false
    /// Rank titles instead of codes.
    var hasRankTitles = false
    /// `ĐH`, `TC` instead of words.
    var hasShortWords = false
    /// `PCT UBND` instead of words.
    var hasShortPositions = false
    /// What stands for “the same as above”; empty where nothing does.
    var ditto = ""
    /// Offices and schools with their district or commune, or by their name alone.
    var hasFullUnits = true
    var unitStyle = UnitStyle.usual
    /// A unit that several rows share stands once, in a merged cell.
    var mergesUnits = false
    /// The column whose text went through a program that did not know its letters.
    var damaged: (field: SampleField, damage: TextDamage)?
    /// Letters taken apart, as other systems save them.
    var isDecomposed = false
    /// `hoà`, `thuý`: tones where they stood of old.
    var hasOldTones = false
    /// Communes with their district.
    var namesDistrict = false
    var hasUpperHeadings = false
    var hasPreamble = true
    var hasColumnNumbers = false
    var hasTotals = true
    /// Which of the wordings of totals, 0-3.
    var totalWording = 0
    var hasFooter = true
    /// `I` and the section's name in two cells, or in one.
    var hasSectionNumberApart = false
    var hasUpperSections = true
    var restartsOrdinals = false
    /// A heading again after so many rows; 0 for never.
    var headingEvery = 0
    var lineEnd = "\r\n"
    /// Rows that a workbook jumps over instead of writing them blank.
    var jumpsOverBlankRows = false

    func has(_ field: SampleField) -> Bool { columns.contains { $0.field == field } }
}
