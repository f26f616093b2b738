// A row about a person, written from a record: texts by their codes, dates, numbers, the language's words.

import Personnel

/// The row of a report about a person while it is being written.
struct PersonLine {
    var cells = ReportLine()

    let words: ReportWords
    private let contexts: [RowContext]
    private let pool: TextPool.Loan
    private let unitNames: [[UInt8]]
    private let qualifications: [[UInt8]]
    private let politicalTheories: [[UInt8]]
    private let genders: [[UInt8]]
    private let senders: [[UInt8]]
    private var coefficients: [Int32: [UInt8]] = [:]
    private var sectionTexts: [Int32: String] = [:]
    /// By text code: texts come again and again, and are looked at once.
    private var plainness: [Plainness]

    private enum Plainness: UInt8 { case unknown, plain, guarded }

    /// - parameter pool: the texts of the consolidation's records, lent for as long as lines are written.
    init(_ consolidation: Consolidation, _ pool: TextPool.Loan, texts: ReportTexts, labels: FieldLabels) {
        self.pool = pool
        contexts = consolidation.register.contexts
        plainness = Array(repeating: .unknown, count: consolidation.register.pool.count)
        words = ReportWords(texts: texts, labels: labels)
        func cell(_ text: String) -> [UInt8] {
            var line = ReportLine()
            line.text(text)
            return line.bytes
        }
        qualifications = Qualification.allCases.map { cell(texts.label("qualification", $0.rawValue)) }
        politicalTheories = PoliticalTheory.allCases.map { cell(texts.label("political_theory", $0.rawValue)) }
        genders = Gender.allCases.map { cell(texts.label("gender", $0.rawValue)) }
        unitNames = consolidation.oldUnits.map { cell($0.name) }
        senders = consolidation.register.files.map { cell(texts.label("sender", $0.sender)) }
    }

    /// Begins a row.
    mutating func begin(_ ordinal: Int) {
        cells.clear()
        cells.number(ordinal)
    }

    mutating func text(_ code: TextCode) {
        if code.isNone { return cells.empty() }
        let (position, text) = (Int(code.rawValue), pool[code])
        if plainness[position] == .unknown { plainness[position] = ReportLine.isPlain(text) ? .plain : .guarded }
        if plainness[position] == .plain { cells.plain(text) } else { cells.text(text) }
    }

    /// The text of a code.
    func string(_ code: TextCode) -> String { String(decoding: pool[code], as: UTF8.self) }

    mutating func date(_ date: PartialDate?) {
        guard let date else { return cells.empty() }
        if let month = date.month, let day = date.day {
            cells.date(year: date.year, month: month, day: day)
        } else {
            cells.text(ReportWords.dayFirst(date.description))
        }
    }

    mutating func number(_ number: CitizenID?) {
        if let number { cells.digits(number.number, width: 12) } else { cells.empty() }
    }

    mutating func number(_ number: OldCitizenID?) {
        if let number { cells.digits(UInt64(number.number), width: 9) } else { cells.empty() }
    }

    /// The identity number, the older one where there is no other.
    mutating func identity(of values: PersonRecord) {
        if values.nationalID == nil { number(values.oldNationalID) } else { number(values.nationalID) }
    }

    mutating func coefficient(_ coefficient: Hundredths?) {
        guard let coefficient else { return cells.empty() }
        if let known = coefficients[coefficient.value] { return cells.written(known) }
        var cell = ReportLine()
        cell.ready(words.decimal(coefficient))
        coefficients[coefficient.value] = cell.bytes
        cells.written(cell.bytes)
    }

    mutating func gender(_ gender: Gender?) {
        cells.written(gender.flatMap { Gender.allCases.firstIndex(of: $0) }.map { genders[$0] } ?? [])
    }

    mutating func qualification(_ value: Qualification?) {
        cells.written(value.flatMap { Qualification.allCases.firstIndex(of: $0) }.map { qualifications[$0] } ?? [])
    }

    mutating func politicalTheory(_ value: PoliticalTheory?) {
        cells.written(value.flatMap { PoliticalTheory.allCases.firstIndex(of: $0) }.map { politicalTheories[$0] } ?? [])
    }

    mutating func sender(ofFile file: Int32) { cells.written(senders[Int(file)]) }

    /// The catalogue's name of the old unit, else the unit as the list writes it.
    mutating func oldUnit(of values: PersonRecord) {
        if let unit = values.oldUnit { cells.written(unitNames[Int(unit)]) } else { text(values.unit) }
    }

    /// The unit as the row writes it, else the section over the row.
    mutating func unit(of record: PersonRecord) {
        if record.unit.isNone { section(over: record) } else { text(record.unit) }
    }

    /// The innermost section heading over a row; empty where there is none.
    mutating func section(over record: PersonRecord) {
        if let known = sectionTexts[record.context] { return cells.text(known) }
        let text = contexts[Int(record.context)].sections.last?.line ?? ""
        sectionTexts[record.context] = text
        cells.text(text)
    }
}
