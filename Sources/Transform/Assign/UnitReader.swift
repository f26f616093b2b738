// Finds the old unit of every record: from its own column, else the nearest section, the title, the file name, a
// folder, the sender.

public import Personnel

/// The old units of a register, and what is known of each.
public struct UnitReadings: Sendable {
    /// Records refer to these by position: the catalogue's communes first, then schools, centres and offices by id.
    public let units: [OldUnit]
    /// What is known of each unit, same order.
    public let standings: [UnitStanding]
    /// The level that each record's list states, by context; nil where it states none.
    public let listLevels: [Level?]
    /// `unit.unknown` and `unit.ambiguous`, in order of records, then of mentions.
    public let issues: [Issue]
    /// For each mention that was read with the records the position of its unit; nil where it names none.
    public var mentioned: [Int?] = []
}

/// A unit that is named outside the rows of people: by a list of assets, or by a person's decision.
public struct UnitMention: Sendable {
    public var text: String
    /// What stands around it and may complete or replace it.
    public var context: RowContext
    /// Where its issues go; nil for a mention that raises none.
    public var row: RowReference?

    public init(text: String, context: RowContext, row: RowReference? = nil) {
        self.text = text
        self.context = context
        self.row = row
    }
}

/// Reads the units of records in the old catalogue.
public struct UnitReader: Sendable {
    let parser: UnitParser
    let senders: SenderPlaces

    /// - Parameter senders: the district's key of each sender that has one.
    /// - Parameter provinces: the old code of the province of each sender that has one.
    /// - Parameter readsSenderFolders: whether other senders' folders say by their names where they are from.
    public init(
        catalogue: UnitCatalogue, kinds: UnitKinds, senders: [String: String], provinces: [String: String] = [:],
        readsSenderFolders: Bool = false
    ) {
        parser = UnitParser(catalogue: catalogue, kinds: kinds)
        self.senders = SenderPlaces(
            districts: senders.compactMapValues { catalogue.districtPositions[$0] },
            provinces: provinces.compactMapValues { catalogue.provinces.oldPositions[$0] },
            readsFolders: readsSenderFolders)
    }

    /// Whether a sender's folder is named after provinces or districts of the catalogue.
    public func namesPlace(folder: String) -> Bool {
        ListPlaceReader(parser: parser, senders: senders).namesPlace(folder)
    }

    /// Sets `oldUnit` of every record and says which units those are.
    ///
    /// A unit that is unknown or ambiguous becomes a unit of the kind `unknown`, with an issue; a record for which
    /// neither its own column nor its list names a unit keeps `oldUnit` nil, without one.
    ///
    /// - Parameter mentions: read in the same way, after the records; those of one context best follow one another.
    /// - Parameter threads: how many work at once.
    public func read(
        _ register: inout Register, mentions: [UnitMention] = [], threads: Int = 1
    ) -> UnitReadings {
        let places = places(of: register.contexts, threads: threads)
        var lists = ListPlaceReader(parser: parser, senders: senders)
        var book = UnitBook(parser)
        var memory = Memory()
        var numbers = [Int](repeating: -1, count: register.records.count)
        var issues: [Issue] = []
        for index in register.records.indices {
            let record = register.records[index]
            let key = RowKey(unit: record.unit, department: record.department, context: record.context)
            let outcome: Outcome
            if let known = memory.outcomes[key] {
                outcome = known
            } else {
                outcome = self.outcome(
                    key, place: places[Int(record.context)], pool: register.pool, memory: &memory, book: &book)
                memory.outcomes[key] = outcome
            }
            numbers[index] = outcome.entry
            if let code = outcome.issue {
                issues.append(
                    Issue(code, field: .unit, value: outcome.text, detail: outcome.detail, row: record.place))
            }
        }
        let mentioned = read(mentions, &register.pool, &lists, &memory, &book, &issues)
        let (units, standings, unitOf) = book.units()
        for index in register.records.indices {
            register.records[index].oldUnit = numbers[index] < 0 ? nil : unitOf[numbers[index]]
        }
        let levels: [Level?] = places.map { place in
            place.level.map { $0 == .commune ? .commune : $0 == .district ? .district : .province }
        }
        return UnitReadings(
            units: units, standings: standings, listLevels: levels, issues: issues,
            mentioned: mentioned.map { $0 < 0 ? nil : Int(unitOf[$0]) })
    }

    private func places(of contexts: [RowContext], threads: Int) -> [ListPlace] {
        let parts = pieces(of: contexts.count, threads)
        return inParallel(parts.count, threads: threads) { part in
            // Lists of one sender stand together, and share most of what is read.
            var lists = ListPlaceReader(parser: parser, senders: senders)
            return parts[part].map { lists.read(contexts[$0]) }
        }.flatMap { $0 }
    }

    /// The entry of each mention; -1 where it names no unit.
    private func read(
        _ mentions: [UnitMention], _ pool: inout TextPool, _ lists: inout ListPlaceReader, _ memory: inout Memory,
        _ book: inout UnitBook, _ issues: inout [Issue]
    ) -> [Int] {
        var last: (context: RowContext, place: ListPlace)?
        return mentions.map { mention in
            let place = last?.context == mention.context ? last?.place : nil
            let found = place ?? lists.read(mention.context)
            last = (mention.context, found)
            // No context of the register: nothing is remembered of it.
            let key = RowKey(unit: pool.code(for: mention.text), department: .none, context: -1)
            let outcome = self.outcome(key, place: found, pool: pool, memory: &memory, book: &book)
            if let row = mention.row, let code = outcome.issue {
                issues.append(Issue(code, field: .unit, value: outcome.text, detail: outcome.detail, row: row))
            }
            return outcome.entry
        }
    }

    // MARK: - One row

    private struct RowKey: Hashable {
        let unit: TextCode
        let department: TextCode
        let context: Int32
    }

    private struct TextKey: Hashable {
        let text: TextCode
        let setting: UnitParser.Setting
    }

    /// What was read before: lists repeat their units, so most rows cost a look-up.
    private struct Memory {
        var outcomes: [RowKey: Outcome] = [:]
        var readings: [TextKey: UnitReading] = [:]
    }

    private struct Outcome {
        /// -1 where no unit is named at all.
        var entry: Int
        var issue: IssueCode?
        var text: String?
        var detail: String?
    }

    private func outcome(
        _ key: RowKey, place: ListPlace, pool: TextPool, memory: inout Memory, book: inout UnitBook
    ) -> Outcome {
        func reading(of code: TextCode, level: PlaceLevel?) -> UnitReading {
            if code.isNone { return .nothing }
            let setting = place.setting(level)
            let textKey = TextKey(text: code, setting: setting)
            if let known = memory.readings[textKey] { return known }
            let reading = parser.read(parser.scan(pool[code]), in: setting)
            memory.readings[textKey] = reading
            return reading
        }
        let own = reading(of: key.unit, level: place.columnLevel ?? place.level)
        let department = reading(of: key.department, level: place.level)
        var (unit, text) = own.meaning == .nothing ? (place.unit ?? .nothing, place.unitText) : (own, pool[key.unit])
        switch (unit.meaning, department.meaning) {
        case (.nothing, .institution), (.nothing, .commune), (.nothing, .authority),
            (.commune, .institution), (.authority, .institution):
            // `UBND xã Mường Tùng` with the department `Trường Mầm non Hoa Ban`: the school, in that commune.
            let outer = unit
            (unit, text) = (department, pool[key.department])
            if case .commune(let commune) = outer.meaning { unit.commune = unit.commune ?? commune }
            unit.district = unit.district ?? outer.district
        default: break
        }
        if case .commune(let commune) = department.meaning { unit.commune = unit.commune ?? commune }
        return completed(unit, text: text, place: place, book: &book)
    }

    /// Completes a reading by its list and enters it in the book.
    private func completed(_ reading: UnitReading, text: String, place: ListPlace, book: inout UnitBook) -> Outcome {
        let province = reading.province ?? reading.district.map { parser.catalogue.provinceOf[$0] } ?? place.province
        // The list's district says nothing of a unit that names another province.
        let listDistrict = province == place.province ? place.district : nil
        var entry = UnitBook.Entry(
            meaning: reading.meaning, nameKey: reading.nameKey, district: reading.district ?? listDistrict,
            province: province, commune: nil)
        switch reading.meaning {
        case .nothing:
            // A list of district people in which a row names no unit: people of the district itself.
            guard place.level == .district, place.district != nil else { return Outcome(entry: -1) }
            entry.meaning = .authority
        case .commune: entry = UnitBook.Entry(meaning: reading.meaning)
        case .authority:
            if reading.level != .district, reading.district == nil, let commune = place.commune {
                entry = UnitBook.Entry(meaning: .commune(commune))
            } else if reading.level == .commune || place.level == .commune && reading.level == nil {
                return unsettled(.unitAmbiguous, text, "chưa rõ của xã nào", place, &book)
            } else if reading.level == .province {
                (entry.isProvince, entry.district) = (true, nil)
            } else if entry.district == nil {
                return unsettled(.unitAmbiguous, text, "chưa rõ của huyện nào", place, &book)
            }
        case .institution(let kind):
            if parser.kinds.isSchool(kind) {
                entry.commune = reading.commune ?? place.commune
                if let commune = entry.commune {
                    entry.district = parser.catalogue.districtOf[commune]
                } else {
                    entry.namesakes = reading.namesakes
                }
            } else if let commune = reading.commune, reading.district == nil {
                entry.district = parser.catalogue.districtOf[commune]
            }
            if reading.level == .province { (entry.isProvince, entry.district) = (true, nil) }
        case .ambiguous: return unsettled(.unitAmbiguous, text, reading.detail, place, &book)
        case .unknown: return unsettled(.unitUnknown, text, reading.detail, place, &book)
        }
        entry.province = entry.district.map { parser.catalogue.provinceOf[$0] } ?? entry.province
        return Outcome(entry: book.number(of: entry, name: text))
    }

    private func unsettled(
        _ code: IssueCode, _ text: String, _ detail: String, _ place: ListPlace, _ book: inout UnitBook
    ) -> Outcome {
        let name = NameText(text, parser.lexicon)
        let key = name.keys.map { name.key($0, parser.lexicon) }.joined(separator: " ")
        let entry = UnitBook.Entry(
            meaning: code == .unitUnknown ? .unknown : .ambiguous, nameKey: key, district: place.district,
            province: place.province, commune: nil, detail: detail)
        return Outcome(
            entry: book.number(of: entry, name: text), issue: code, text: text, detail: detail.isEmpty ? nil : detail)
    }
}
