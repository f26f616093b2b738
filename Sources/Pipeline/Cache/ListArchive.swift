// A list after reading and normalising, as bytes: what the cache keeps of a file that did not change.

import Personnel

/// Turns a `SourceList` into bytes and back.
///
/// Path, sender, digest and place among the run's files are not written: they are the caller's to know.
enum ListArchive {
    private static let mark = Array("sapxep list 2\n".utf8)

    static func bytes(of list: SourceList) -> [UInt8] {
        let start = mark.count + 8
        var writer = ArchiveWriter(after: mark + [UInt8](repeating: 0, count: 8), room: 192 * list.records.count)
        var list = list
        writePool(list.pool, to: &writer)
        writer.list(&list, file: 0)
        let sum = checksum(of: writer.bytes[start...])
        for index in 0..<8 { writer.bytes[mark.count + index] = UInt8(truncatingIfNeeded: sum >> (8 * UInt64(index))) }
        return writer.bytes
    }

    /// The list of a file of the run; nil for bytes that are no archive or a damaged one.
    ///
    /// - Parameter file: the file's path, sender, digest and size.
    /// - Parameter index: its position among the run's files.
    static func list(from bytes: [UInt8], file: SourceFile, index: Int32) -> SourceList? {
        let start = mark.count + 8
        guard bytes.count > start, bytes.starts(with: mark) else { return nil }
        var sum: UInt64 = 0
        for (shift, byte) in bytes[mark.count..<start].enumerated() { sum |= UInt64(byte) << (8 * UInt64(shift)) }
        guard sum == checksum(of: bytes[start...]) else { return nil }
        return bytes.withUnsafeBytes { all in
            var reader = ArchiveReader(UnsafeRawBufferPointer(rebasing: all[start...]))
            var list = SourceList(file: file)
            guard let pool = readPool(from: &reader) else { return nil }
            list.pool = pool
            reader.list(&list, file: index)
            return reader.isDamaged || !reader.isAtEnd ? nil : list
        }
    }

    private static func writePool(_ pool: TextPool, to writer: inout ArchiveWriter) {
        pool.withContents { bytes, lengths in
            var lengths = lengths
            writer.elements(&lengths, blank: 0) { $0.integer(&$1) }
            bytes.withUnsafeBufferPointer { writer.raw($0) }
        }
    }

    /// Nil for what is no pool.
    private static func readPool(from reader: inout ArchiveReader) -> TextPool? {
        var lengths: [UInt32] = []
        reader.elements(&lengths, blank: 0) { $0.integer(&$1) }
        return TextPool(bytes: Array(reader.raw()), lengths: lengths)
    }

    /// A sum that a flipped bit, a lost or a moved byte changes: against disks that forget, not against attackers.
    private static func checksum(of bytes: some Collection<UInt8>) -> UInt64 {
        let sum = bytes.withContiguousStorageIfAvailable { text in
            let raw = UnsafeRawBufferPointer(text)
            var (sum, offset): (UInt64, Int) = (UInt64(raw.count), 0)
            while offset + 8 <= raw.count {
                sum = (sum ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
                sum ^= sum >> 29
                offset += 8
            }
            while offset < raw.count {
                sum = (sum ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
                offset += 1
            }
            return sum ^ (sum >> 32)
        }
        return sum ?? 0
    }
}

extension ArchiveCoder {
    fileprivate mutating func list(_ list: inout SourceList, file: Int32) {
        self.file(&list.file)
        elements(&list.contexts, blank: RowContext(sender: "")) { $0.context(&$1) }
        elements(&list.rows, blank: RowEntry(sheet: 0, number: 0, kind: .blank)) { $0.entry(&$1) }
        let place = RowReference(file: file)
        elements(&list.records, blank: PersonRecord(place: place, context: 0)) { $0.record(&$1) }
        elements(&list.originals, blank: OriginalValue(field: .ordinal, text: .none)) { coder, original in
            coder.choice(&original.field, of: ClosedLists.fields)
            coder.code(&original.text)
        }
        elements(&list.extras, blank: ExtraCode(heading: .none, text: .none)) { coder, extra in
            coder.code(&extra.heading)
            coder.code(&extra.text)
        }
        elements(&list.rejected, blank: RejectedRow(place: place, headings: [], cells: [])) { coder, row in
            coder.place(&row.place)
            coder.texts(&row.headings)
            coder.texts(&row.cells)
        }
        elements(
            &list.totals, blank: StatedTotal(place: place, scope: .sheet, name: "", expected: 0, counted: 0)
        ) { coder, total in
            coder.place(&total.place)
            coder.choice(&total.scope, of: [.section, .sheet])
            coder.text(&total.name)
            coder.integer(&total.expected)
            coder.integer(&total.counted)
        }
        elements(&list.issues, blank: Issue(.rowMisaligned)) { $0.issue(&$1, in: file) }
    }

    private mutating func file(_ file: inout SourceFile) {
        text(&file.format)
        text(&file.encoding)
        var confidence = file.encodingConfidence?.bitPattern
        optional(&confidence)
        file.encodingConfidence = confidence.map { Double(bitPattern: $0) }
        choice(&file.status, of: [.loaded, .refused])
        text(&file.message)
        date(&file.listDate)
        texts(&file.sheets)
    }

    private mutating func context(_ context: inout RowContext) {
        text(&context.sender)
        text(&context.path)
        text(&context.sheet)
        texts(&context.titles)
        elements(&context.sections, blank: Section(text: "")) { coder, section in
            coder.text(&section.marker)
            coder.text(&section.text)
        }
        var headings = context.headings.map { (field: $0.key, text: $0.value) }
        headings.sort { $0.field.rawValue < $1.field.rawValue }
        elements(&headings, blank: (field: .ordinal, text: "")) { coder, heading in
            coder.choice(&heading.field, of: ClosedLists.fields)
            coder.text(&heading.text)
        }
        context.headings = Dictionary(headings.map { ($0.field, $0.text) }, uniquingKeysWith: { first, _ in first })
        flag(&context.usesDatesFrom1904)
    }

    private mutating func entry(_ entry: inout RowEntry) {
        integer(&entry.sheet)
        choice(&entry.kind, of: ClosedLists.kinds)
        integer(&entry.number)
        position(&entry.record)
    }

    private mutating func place(_ place: inout RowReference) {
        integer(&place.sheet)
        integer(&place.row)
    }

    private mutating func issue(_ issue: inout Issue, in file: Int32) {
        choice(&issue.code, of: ClosedLists.issues)
        choice(&issue.field, of: ClosedLists.fields)
        text(&issue.value)
        text(&issue.detail)
        var hasRow = issue.row != nil
        flag(&hasRow)
        if hasRow {
            var row = issue.row ?? RowReference(file: file)
            place(&row)
            issue.row = row
        }
        var person = issue.person.map { UInt64($0) }
        optional(&person)
        issue.person = person.map { Int($0) }
    }

    private mutating func record(_ record: inout PersonRecord) {
        place(&record.place)
        integer(&record.context)
        date(&record.listDate)
        code(&record.fullName)
        code(&record.nameKey)
        date(&record.birthDate)
        choice(&record.gender, of: ClosedLists.genders)
        var number = record.nationalID?.number ?? 0
        self.number(&number)
        record.nationalID = CitizenID(number: number)
        var oldNumber = record.oldNationalID?.number ?? 0
        integer(&oldNumber)
        record.oldNationalID = OldCitizenID(number: oldNumber)
        code(&record.ethnicity)
        code(&record.religion)
        code(&record.homeTown)
        code(&record.residence)
        code(&record.position)
        code(&record.unit)
        code(&record.department)
        choice(&record.category, of: ClosedLists.categories)
        flag(&record.saysCategory)
        code(&record.rank)
        optional(&record.salaryStep)
        hundredths(&record.salaryCoefficient)
        optional(&record.overFrame)
        hundredths(&record.positionAllowance)
        choice(&record.qualification, of: ClosedLists.qualifications)
        code(&record.fieldOfStudy)
        choice(&record.politicalTheory, of: ClosedLists.politicalTheories)
        date(&record.partyJoined)
        date(&record.recruitedOn)
        date(&record.insuranceFrom)
        optional(&record.insuranceMonths)
        code(&record.proposedUnit)
        code(&record.proposedPosition)
        code(&record.policy)
        code(&record.phone)
        code(&record.note)
        position(&record.oldUnit)
        span(&record.originals)
        span(&record.extras)
    }

    private mutating func span(_ span: inout ValueSpan) {
        integer(&span.start)
        integer(&span.count)
    }
}

/// The closed lists, each made once: `allCases` makes an array every time it is asked for.
private enum ClosedLists {
    static let fields = Field.allCases
    static let kinds = RowKind.allCases
    static let issues = IssueCode.allCases
    static let genders = Gender.allCases
    static let categories = Category.allCases
    static let qualifications = Qualification.allCases
    static let politicalTheories = PoliticalTheory.allCases
}
