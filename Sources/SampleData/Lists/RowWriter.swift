// Writes the cells of one person's row in a list's style, errors and all, and says what a careful clerk reads there.

/// What a row is written from.
struct RowSubject: Sendable {
    var person: InventedPerson
    /// The post as of the list.
    var tenure: Tenure
    var body: Body
    /// The code and name of the person's commune, where the body is one.
    var commune: OldCommune?
    var ordinal: Int
    /// The section or title names the commune in which the school stands.
    var isUnderCommune = false
    /// What the section or title says of the category; empty for nothing.
    var sectionCategory = ""
    /// The list is of the time before the plans: no plan, no wish to leave.
    var isOlder = false
}

/// Writes rows.
struct RowWriter {
    let style: ListStyle
    let mess: Mess
    let newCommunes: [String: String]
    let district: OldDistrict
    var chance: Chance
    var reading = RowReading()
    var texts: [SampleField: SampleCell] = [:]

    init(style: ListStyle, mess: Mess, newCommunes: [String: String], district: OldDistrict, chance: Chance) {
        self.style = style
        self.mess = mess
        self.newCommunes = newCommunes
        self.district = district
        self.chance = chance
    }

    /// The cells of a row, in the order of the columns; `reading` is then what is read from them.
    mutating func cells(of subject: RowSubject) -> [SampleCell] {
        reading = RowReading()
        texts.removeAll(keepingCapacity: true)
        reading.body = subject.tenure.body
        writeBirth(subject)
        writeName(subject)
        if style.has(.gender) { writeGender(subject.person) }
        writeNumbers(subject)
        writePost(subject)
        writeSalary(subject)
        writePerson(subject)
        writePlan(subject)
        texts[.ordinal] = SampleCell(String(subject.ordinal), kind: .number)
        return style.columns.map { texts[$0.field] ?? SampleCell("") }
    }

    private mutating func writeGender(_ person: InventedPerson) {
        guard style.marksWomen else {
            texts[.gender] = SampleCell(person.isFemale ? "Nữ" : "Nam")
            return noteGender(person)
        }
        // No mark may mean a man, or nothing.
        guard person.isFemale else { return }
        texts[.gender] = SampleCell("x")
        noteGender(person)
    }

    private mutating func noteGender(_ person: InventedPerson) {
        reading.gender = person.isFemale ? "female" : "male"
        reading.see(.gender, reading.gender ?? "")
    }

    // MARK: Name and birth

    private mutating func writeName(_ subject: RowSubject) {
        let person = subject.person
        // An odd name needs a full date beside it to be somebody's; of those who count, no name loses a letter.
        let isSafe = !person.hasDouble && reading.birth?.isFull == true
        var errors = NameErrors(chance: chance, isUnicode: style.form.isUnicode)
        var text = person.name.full
        reading.name = text
        if isSafe, !person.isAnnounced, chance.perMille(mess.wrongNames) {
            text = errors.wrong(person.name)
            reading.name = text
            reading.nameQuality = .wrong
        } else if isSafe, chance.perMille(mess.plainNames) {
            text = errors.plain(text)
            reading.name = text
            reading.nameQuality = .incomplete
        } else if !style.has(.familyName), !style.hasTitles, chance.perMille(mess.oddNames) {
            text = errors.odd(text, isFemale: person.isFemale)
        }
        chance = errors.chance
        if style.hasUpperNames { text = text.uppercased() }
        if style.hasTitles && !style.has(.familyName) { text = (person.isFemale ? "Bà " : "Ông ") + text }
        reading.see(.fullName, reading.name, reading.nameQuality)
        if style.has(.familyName) {
            let words = text.split(separator: " ")
            texts[.familyName] = SampleCell(words.dropLast().joined(separator: " "))
            texts[.givenName] = SampleCell(words.last.map(String.init) ?? "")
        } else {
            texts[.fullName] = SampleCell(text)
        }
    }

    private mutating func writeBirth(_ subject: RowSubject) {
        guard style.has(.birthDate) || style.has(.birthDateMale) else { return }
        let person = subject.person
        var errors = DateErrors(chance: chance, style: style.birthStyle)
        var cell: SampleCell
        (cell, reading.birth) = (style.birthStyle.text(person.birth), DateReading(person.birth))
        let isFree = !person.isAnnounced && !person.hasDouble
        if isFree, chance.perMille(mess.typedDates) {
            let wrong = errors.typed(person.birth)
            (cell, reading.birth) = (style.birthStyle.text(wrong), DateReading(wrong))
            reading.see(.birthDate, DateReading(wrong).iso, .wrong)
        } else if chance.perMille(mess.wrongDates), let wrong = errors.wrong(person.birth),
            isFree || wrong.reading.isFull
        {
            (cell, reading.birth) = (SampleCell(wrong.text), wrong.reading)
            reading.raise(wrong.code)
            reading.see(.birthDate, wrong.reading.iso, wrong.reading.isFull ? .whole : .incomplete)
        } else if isFree, chance.perMille(mess.wrongDates / 3) {
            (cell, reading.birth) = (SampleCell(errors.lost(person.birth)), nil)
        } else if isFree, chance.perMille(mess.partialDates) {
            let partial = errors.partial(person.birth)
            (cell, reading.birth) = (SampleCell(partial.text), partial.reading)
            reading.see(.birthDate, partial.reading.iso, .incomplete)
        } else {
            reading.see(.birthDate, person.birth.iso)
        }
        chance = errors.chance
        if let year = reading.birth?.year, !(1950...2009).contains(year) { reading.raise("birth_date.implausible") }
        if style.has(.birthDateMale) {
            texts[person.isFemale ? .birthDateFemale : .birthDateMale] = cell
            noteGender(person)
        } else {
            texts[.birthDate] = cell
        }
    }

    // MARK: Post

    private mutating func writePost(_ subject: RowSubject) {
        let (tenure, body) = (subject.tenure, subject.body)
        if style.has(.position) {
            reading.position = tenure.position
            reading.see(.position, tenure.position)
            texts[.position] = SampleCell(
                style.hasShortPositions ? ShortWords.position(tenure.position) : tenure.position)
        }
        let unit = unit(body, subject.commune, position: tenure.position)
        if style.has(.unit) { texts[.unit] = SampleCell(unit) }
        if style.has(.positionAndUnit) {
            reading.position = tenure.position
            reading.see(.position, tenure.position)
            texts[.positionAndUnit] = SampleCell(tenure.position + ", " + unit)
        }
        if body.kind == .outside { reading.raise("unit.unknown") }
        if let commune = subject.commune, body.kind == .commune { reading.see(.oldUnit, commune.code) }
        reading.showsCommune =
            body.namesCommune || subject.isUnderCommune
            || ((style.has(.unit) || style.has(.positionAndUnit)) && style.hasFullUnits)
        noteCategory(subject)
    }

    /// The category from its column; else by the rank, the section, the position.
    private mutating func noteCategory(_ subject: RowSubject) {
        let (person, tenure, body) = (subject.person, subject.tenure, subject.body)
        if style.has(.category) {
            texts[.category] = SampleCell(ShortWords.category(person.category))
            reading.see(.category, person.category)
            return
        }
        if style.has(.rank), !tenure.rank.isEmpty {
            let isEmployee = tenure.rank.hasPrefix("V.")
            // An administrative rank in a school or centre says little of the category.
            let isVague = !isEmployee && (body.kind.isService || body.kind.isSchool || body.kind == .upper)
            if isVague { reading.see(.category, "*", .incomplete) }
            reading.see(.category, isEmployee ? "public_employee" : "civil_servant", .incomplete)
        } else if !subject.sectionCategory.isEmpty {
            reading.see(.category, subject.sectionCategory, .incomplete)
        } else if tenure.position.hasPrefix("Công chức ") {
            reading.see(.category, "civil_servant", .incomplete)
        }
    }

    /// The unit's name as this list has it.
    private func unit(_ body: Body, _ commune: OldCommune?, position: String) -> String {
        let name = UnitWording.text(
            style.hasFullUnits ? body.fullName : body.name, commune: body.kind == .commune ? commune : nil,
            position: position, style: style.unitStyle)
        return style.namesDistrict && body.kind == .commune ? name + ", " + district.lowerName : name
    }

    // MARK: The rest

    private mutating func writePerson(_ subject: RowSubject) {
        let person = subject.person
        if style.has(.ethnicity), !chance.perMille(mess.missingCells) {
            reading.see(.ethnicity, person.ethnicity)
            texts[.ethnicity] = SampleCell(
                mess.isVaried ? ShortWords.ethnicity(person.ethnicity, &chance) : person.ethnicity)
        }
        texts[.religion] = SampleCell("Không")
        texts[.homeTown] = SampleCell(person.homeTown)
        texts[.phone] = SampleCell(person.phone)
        texts[.unknown] = SampleCell(chance.pick(["A", "B", "O", "AB", ""]))
        if style.has(.qualification), !chance.perMille(mess.missingCells) {
            reading.see(.qualification, person.qualification)
            texts[.qualification] = SampleCell(
                ShortWords.qualification(person.qualification, isShort: style.hasShortWords))
        }
        texts[.fieldOfStudy] = SampleCell(person.fieldOfStudy)
        if style.has(.politicalTheory), !person.politicalTheory.isEmpty {
            reading.see(.politicalTheory, person.politicalTheory)
            texts[.politicalTheory] = SampleCell(
                ShortWords.theory(person.politicalTheory, isShort: style.hasShortWords))
        }
        if let day = person.partyJoined, !subject.isOlder || day.year < 2023 {
            writeEvent(.partyJoined, day, .partyJoined)
        }
        writeEvent(.recruitedOn, person.recruited, .recruitedOn)
        writeInsurance(person)
    }

    private mutating func writeInsurance(_ person: InventedPerson) {
        let (day, months) = (person.insured, person.insured.monthsToReorganisation)
        texts[.insuranceFrom] = SampleCell("\(Day.twoDigits(day.month))/\(day.year)")
        let rest = months % 12 == 0 ? "" : " \(months % 12) tháng"
        texts[.insuranceYears] = SampleCell(months < 12 ? "\(months) tháng" : "\(months / 12) năm" + rest)
        reading.showsInsurance = style.has(.insuranceFrom) || style.has(.insuranceYears)
    }

    private mutating func writeEvent(_ field: SampleField, _ day: Day, _ truth: TruthField) {
        guard style.has(field) else { return }
        if chance.perMille(mess.partialDates) {
            texts[field] = SampleCell("\(Day.twoDigits(day.month))/\(day.year)")
            reading.see(truth, DateReading(year: day.year, month: day.month).iso, .incomplete)
        } else {
            texts[field] = style.eventStyle.text(day)
            reading.see(truth, day.iso)
        }
    }

    private mutating func writePlan(_ subject: RowSubject) {
        guard !subject.isOlder else { return }
        let person = subject.person
        if style.has(.proposedUnit) {
            texts[.proposedUnit] = SampleCell(planText(person.plan))
            reading.showsPlan = true
            switch person.plan {
            case .unknown: reading.raise("plan.unknown_unit")
            case .ambiguous: reading.raise("plan.ambiguous_unit")
            default: break
            }
        }
        texts[.proposedPosition] = SampleCell(person.proposedPosition)
        var note = person.note
        // Without a column for it, the wish stands among the remarks.
        if person.isLeaving, note.isEmpty, !style.has(.policy) { note = "Xin nghỉ theo NĐ 178/2024/NĐ-CP" }
        if style.form == .csvQuotes, note == "Kiêm nhiệm" { note = "Kiêm nhiệm \"Bí thư chi bộ\"" }
        texts[.note] = SampleCell(note)
        texts[.policy] = SampleCell(person.policy)
        let notes = style.has(.note) && !note.isEmpty
        reading.showsLeaving = person.isLeaving && (notes || (style.has(.policy) && !person.policy.isEmpty))
    }

    private mutating func planText(_ plan: Plan) -> String {
        switch plan {
        case .none: return mess.isVaried ? chance.pick(["", "", "", "-", "Chưa bố trí"]) : ""
        case .unknown(let text), .ambiguous(let text): return text
        case .department(_, let name): return name
        case .serviceCentre(let code):
            return "Trung tâm Dịch vụ tổng hợp " + lowerFirst(newCommunes[code] ?? code)
        case .commune(let code):
            let name = newCommunes[code] ?? code
            guard mess.isVaried else { return name }
            let short = Self.shortened(name)
            return chance.pick([
                name, lowerFirst(name), "UBND " + lowerFirst(name), name.uppercased(), short, "UBND " + short,
            ])
        }
    }

    /// `P. Him Lam`, `X. Na Sang`; other names have no short form.
    private static func shortened(_ name: String) -> String {
        for (long, short) in [("Phường ", "P. "), ("Xã ", "X. ")] where name.hasPrefix(long) {
            return short + name.dropFirst(long.count)
        }
        return name
    }
}
