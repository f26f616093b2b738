// Draws the style of a list: which form, which columns under which headings, which habits.

/// Draws styles.
struct StyleMaker {
    let tables: SampleTables
    let mess: Mess
    var chance: Chance

    /// A style for a list.
    ///
    /// - Parameters:
    ///   - needed: the columns that the list must have, whatever else it has.
    ///   - optional: others that it may have.
    ///   - forms: the forms that such a list comes in.
    mutating func style(needed: [SampleField], optional: [SampleField], forms: [FileForm]) -> ListStyle {
        var style = ListStyle()
        guard mess.isVaried else {
            let fields = [.ordinal] + needed + optional.filter { $0 != .oldNationalID && $0 != .policy }
            style.columns = clean(fields)
            style.form = .csvSemicolon
            return style
        }
        style.form = chance.pick(forms, or: .csvComma)
        drawHabits(&style)
        style.columns = columns(needed: needed, optional: optional, style: style)
        drawDamage(&style)
        return style
    }

    /// In some lists one column's letters are damaged; in some every letter is written in another way.
    private mutating func drawDamage(_ style: inout ListStyle) {
        guard style.form.isUnicode, style.form != .csvMojibake, style.form != .csvTwiceMojibake else { return }
        let fields = style.columns.map(\.field)
            .filter { [.fullName, .homeTown, .position, .unit, .ethnicity].contains($0) }
        if chance.percent(7), !fields.isEmpty {
            style.damaged = (chance.pick(fields, or: .fullName), chance.pick(TextDamage.allCases, or: .tcvn3))
        } else if chance.percent(4) {
            style.isDecomposed = true
        }
    }

    private func clean(_ fields: [SampleField]) -> [ListColumn] {
        fields.compactMap { field in
            tables.headings[field]?.first { $0.groups.isEmpty }.map { ListColumn(field: field, heading: $0) }
        }
    }

    private mutating func drawHabits(_ style: inout ListStyle) {
        let form = style.form
        let isTyped = form == .spreadsheet || form == .xlsx || form == .xlsxInline
        let dates: [DateStyle] = [.slashes, .slashes, .slashes, .slashes, .short, .dashes, .dots, .iso]
        style.birthStyle = chance.pick(dates + [.twoDigitYear, .words, .digits, .serial], or: .slashes)
        style.eventStyle = chance.pick(dates, or: .slashes)
        if isTyped && chance.percent(60) { (style.birthStyle, style.eventStyle) = (.typed, .typed) }
        if form.isRecordXML { style.birthStyle = chance.pick([.iso, .slashes, .slashes], or: .slashes) }
        style.numberStyle = chance.pick(
            [.plain, .plain, .plain, .apostrophe, .formula, .dots, .spaces, .labelled, .number], or: .plain)
        if form.isWorkbook || form.isRecordXML, style.numberStyle == .apostrophe || style.numberStyle == .formula {
            style.numberStyle = .plain
        }
        style.stepStyle = chance.pick([.plain, .plain, .ofAll, .word, .withCoefficient], or: .plain)
        style.hasUpperNames = chance.percent(25)
        style.hasTitles = chance.percent(6)
        style.hasDecimalPoint = chance.percent(35)
        style.hasTypedNumbers = isTyped && chance.percent(50)
        style.hasRankTitles = chance.percent(15)
        style.rankStyle = chance.pick([.code, .code, .code, .code, .noDots, .noZero], or: .code)
        style.marksWomen = !form.isRecordXML && chance.percent(8)
        style.unitStyle = chance.pick([.usual, .usual, .usual] + UnitStyle.allCases, or: .usual)
        style.hasOverFrame = chance.percent(20)
        style.mergesUnits = !form.isRecordXML && chance.percent(12)
        style.hasOldTones = chance.percent(12)
        style.hasShortWords = chance.percent(25)
        style.hasShortPositions = chance.percent(10)
        style.ditto = form.isRecordXML || chance.percent(80) ? "" : chance.pick(["nt", "-nt-", "//", "\""])
        // A lone quotation mark breaks a file whose tool forgets to double them.
        if form == .csvQuotes, style.ditto == "\"" { style.ditto = "nt" }
        style.hasFullUnits = chance.percent(50)
        style.hasUpperHeadings = chance.percent(25)
        style.hasPreamble = chance.percent(80)
        style.hasColumnNumbers = chance.percent(25)
        style.hasTotals = chance.percent(60)
        style.totalWording = chance.below(4)
        style.hasFooter = chance.percent(80)
        style.hasSectionNumberApart = chance.percent(50)
        style.hasUpperSections = chance.percent(60)
        style.restartsOrdinals = chance.percent(40)
        style.headingEvery = chance.percent(15) ? chance.within(18...40) : 0
        style.lineEnd = form == .csvLoneCR ? "\r" : form == .tsv ? "\n" : chance.pick(["\r\n", "\r\n", "\n"])
        style.jumpsOverBlankRows = chance.percent(50)
    }

    /// The columns: those needed first to last as forms have them, some optional ones between, in one case of five all
    /// but the first in another order.
    private mutating func columns(
        needed: [SampleField], optional: [SampleField], style: ListStyle
    ) -> [ListColumn] {
        var fields = needed
        for field in optional where chance.percent(62) { fields.append(field) }
        let order = SampleField.allCases
        fields.sort { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
        if chance.percent(20) { fields = chance.shuffled(fields) }
        if style.form.isRecordXML { return clean(fields) }
        if fields.contains(.unit), chance.percent(4) {
            fields.removeAll { $0 == .unit }
            fields = fields.map { $0 == .position ? .positionAndUnit : $0 }
        }
        if chance.percent(92) { fields.insert(.ordinal, at: 0) }
        if chance.percent(4) { fields.insert(.blank, at: 0) }
        if chance.percent(12) { fields.insert(.unknown, at: fields.count - (fields.last == .note ? 1 : 0)) }
        fields = split(fields)
        if style.stepStyle == .withCoefficient, fields.contains(.salaryStep) {
            fields.removeAll { $0 == .salaryCoefficient }
        }
        let isGrouped = chance.percent(50)
        return fields.compactMap { field in heading(field, style, isGrouped: isGrouped, among: fields) }
    }

    /// Names and birth dates in two columns each, in some lists.
    private mutating func split(_ fields: [SampleField]) -> [SampleField] {
        var fields = fields
        if chance.percent(14), let place = fields.firstIndex(of: .fullName) {
            fields.replaceSubrange(place...place, with: [.familyName, .givenName])
        }
        if chance.percent(30), let place = fields.firstIndex(of: .birthDate) {
            fields.replaceSubrange(place...place, with: [.birthDateMale, .birthDateFemale])
            fields.removeAll { $0 == .gender }
        }
        return fields
    }

    private mutating func heading(
        _ field: SampleField, _ style: ListStyle, isGrouped: Bool, among fields: [SampleField]
    ) -> ListColumn? {
        let known = tables.headings[field] ?? []
        if field == .blank { return ListColumn(field: field, heading: SampleHeading(groups: [], text: "")) }
        if field == .gender, style.marksWomen {
            return ListColumn(field: field, heading: SampleHeading(groups: [], text: "Nữ (x)"))
        }
        if field == .birthDateFemale {
            return ListColumn(field: field, heading: SampleHeading(groups: ["="], text: "Nữ"))
        }
        if field == .unknown {
            return ListColumn(
                field: field, heading: SampleHeading(groups: [], text: tables.word("unknown_heading", &chance)))
        }
        let wantsGroup = field == .birthDateMale || (isGrouped && hasNeighbour(field, fields))
        let fitting = known.filter { !$0.groups.isEmpty == wantsGroup }
        var heading = chance.pick(
            fitting.isEmpty ? known : fitting, or: SampleHeading(groups: [], text: field.rawValue))
        if !wantsGroup { heading.groups = [] }
        if wantsGroup && field != .birthDateMale { heading.groups = Array(heading.groups.prefix(2)) }
        return ListColumn(field: field, heading: heading)
    }

    /// The next column belongs to the same group, so that a heading over both makes sense.
    private func hasNeighbour(_ field: SampleField, _ fields: [SampleField]) -> Bool {
        let groups: [[SampleField]] = [
            [.rank, .salaryStep, .salaryCoefficient], [.qualification, .fieldOfStudy, .politicalTheory],
            [.proposedUnit, .proposedPosition],
        ]
        guard let group = groups.first(where: { $0.contains(field) }), let place = fields.firstIndex(of: field) else {
            return false
        }
        let neighbours = [place - 1, place + 1].filter(fields.indices.contains)
        return neighbours.contains { group.contains(fields[$0]) }
    }
}
