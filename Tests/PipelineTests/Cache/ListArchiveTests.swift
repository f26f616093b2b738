// What the cache keeps of a list comes back whole, and damaged bytes come back as nothing.

import Personnel
import Testing

@testable import Pipeline

@Suite struct ListArchiveTests {
    /// A list of which every part holds something.
    private static func list() -> SourceList {
        var file = SourceFile(path: "a/b.csv", sender: "a", sha256: "0f", byteCount: 7)
        (file.format, file.encoding, file.encodingConfidence) = ("csv", "tcvn3", 0.98)
        (file.status, file.message, file.listDate) = (.refused, "một lời", PartialDate(iso: "2025-05"))
        file.sheets = ["", "Sheet 2"]
        var list = SourceList(file: file)
        list.contexts = [
            RowContext(
                sender: "a", path: "a/b.csv", sheet: "Sheet 2", titles: ["DANH SÁCH", ""],
                sections: [Section(marker: "I", text: "XÃ")],
                headings: [.fullName: "Họ tên", .note: "Ghi chú"], usesDatesFrom1904: true)
        ]
        let place = RowReference(file: 3, sheet: 1, row: 70_000)
        list.rows = [
            RowEntry(sheet: 1, number: 70_000, kind: .person, record: 0), RowEntry(sheet: 1, number: 2, kind: .note),
        ]
        list.append(
            record(at: place, in: &list.pool),
            originals: [OriginalValue(field: .note, text: list.pool.code(for: "GHI CHÚ"))],
            extras: [ExtraCode(heading: list.pool.code(for: "Nhóm máu"), text: list.pool.code(for: "O"))])
        list.append(
            PersonRecord(place: place, context: 0),
            originals: [OriginalValue(field: .unit, text: list.pool.code(for: "UBND XÃ"))])
        list.rejected = [RejectedRow(place: place, headings: ["a", ""], cells: ["x", "=1", "\n"])]
        list.totals = [StatedTotal(place: place, scope: .section, name: "Cộng", expected: -1, counted: 12)]
        list.issues = [
            Issue(.totalDiffers, field: .rank, value: "6", detail: "", row: place), Issue(.columnUnknown, person: 4),
            Issue(.sheetHidden, row: RowReference(file: 3)),
        ]
        return list
    }

    private static func record(at place: RowReference, in pool: inout TextPool) -> PersonRecord {
        var record = PersonRecord(place: place, context: 5)
        func code(_ text: String) -> TextCode { pool.code(for: text) }
        record.listDate = PartialDate(iso: "2025-05-20")
        record.fullName = code("Lò Văn Ánh")
        record.nameKey = code("lo van anh")
        record.birthDate = PartialDate(iso: "1980")
        record.gender = .female
        record.nationalID = CitizenID(number: 11_080_000_123)
        record.oldNationalID = OldCitizenID(number: 40_000_001)
        record.ethnicity = code("Thái")
        record.religion = code("Không")
        record.homeTown = code("Quài Nưa")
        record.residence = code("Tuần Giáo")
        record.position = code("Kế toán")
        record.unit = code("UBND xã")
        record.department = code("Văn phòng")
        record.category = .partTime
        record.saysCategory = true
        record.rank = code("01.003")
        record.salaryStep = 0
        record.salaryCoefficient = Hundredths(-234)
        record.overFrame = 100
        record.positionAllowance = Hundredths(0)
        record.qualification = .elementary
        record.fieldOfStudy = code("Luật")
        record.politicalTheory = .bachelor
        record.partyJoined = PartialDate(iso: "2001-02")
        record.recruitedOn = PartialDate(iso: "1999-12-31")
        record.insuranceFrom = PartialDate(iso: "0001-01-01")
        record.insuranceMonths = 500
        record.proposedUnit = code("Xã Tuần Giáo")
        record.proposedPosition = code("Chủ tịch")
        record.policy = code("nghỉ hưu")
        record.phone = code("0912")
        record.note = code("ghi chú")
        record.oldUnit = -1
        return record
    }

    private static func text(_ value: Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    @Test("a list comes back as it was kept, at another place among the files")
    func roundTrip() throws {
        let kept = Self.list()
        let read = try #require(
            ListArchive.list(
                from: ListArchive.bytes(of: kept),
                file: SourceFile(path: "a/b.csv", sender: "a", sha256: "0f", byteCount: 7), index: 3))
        #expect(Self.text(read.file) == Self.text(kept.file))
        #expect(read.contexts == kept.contexts)
        #expect(Self.text(read.rows) == Self.text(kept.rows))
        #expect(Self.text(read.records) == Self.text(kept.records))
        #expect(read.originals == kept.originals && read.extras == kept.extras)
        #expect(Self.text(read.rejected) == Self.text(kept.rejected))
        #expect(read.totals == kept.totals)
        #expect(read.issues == kept.issues)
        #expect(read.pool.count == kept.pool.count)
        for code in 0..<kept.pool.count {
            let code = TextCode(rawValue: UInt32(code))
            #expect(read.pool[code] == kept.pool[code])
        }
        let moved = ListArchive.list(from: ListArchive.bytes(of: kept), file: kept.file, index: 9)
        #expect(moved?.records.allSatisfy { $0.place.file == 9 } == true)
        #expect(moved?.issues.first?.row?.file == 9)
    }

    @Test("no part of a list is forgotten: each holds something here, and there are no others")
    func complete() throws {
        let list = Self.list()
        let record = try #require(list.records.first)
        let blank = PersonRecord(place: RowReference(file: -1), context: -1)
        for (part, empty) in zip(Mirror(reflecting: record).children, Mirror(reflecting: blank).children) {
            #expect(Self.text(part.value) != Self.text(empty.value), "\(part.label ?? "") is empty in this test")
        }
        // Whoever adds a part teaches the archive to keep it, then counts it here.
        #expect(Mirror(reflecting: record).children.count == 38)
        // Two more, assets and their figures, are never kept: a list that has any is read again.
        #expect(Mirror(reflecting: list).children.count == 10 + 2)
        #expect(Mirror(reflecting: list.file).children.count == 11)
        #expect(Mirror(reflecting: list.contexts[0]).children.count == 7)
        #expect(Mirror(reflecting: list.rows[0]).children.count == 4)
        #expect(Mirror(reflecting: list.rejected[0]).children.count == 3)
        #expect(Mirror(reflecting: list.totals[0]).children.count == 5)
        #expect(Mirror(reflecting: list.issues[0]).children.count == 6)
    }

    @Test("bytes that were cut short or changed anywhere are no list")
    func damaged() {
        let bytes = ListArchive.bytes(of: Self.list())
        let file = SourceFile(path: "a/b.csv", sender: "a")
        for count in bytes.indices {
            #expect(ListArchive.list(from: Array(bytes[..<count]), file: file, index: 0) == nil)
            var changed = bytes
            changed[count] ^= 0x10
            #expect(ListArchive.list(from: changed, file: file, index: 0) == nil)
        }
        #expect(ListArchive.list(from: bytes + [0], file: file, index: 0) == nil)
    }

    @Test(
        "numbers that claim more than there is end the reading",
        arguments: [[0xFF], [0x80, 0x80], [0xFF, 0xFF, 0xFF, 0x7F]])
    func greedy(bytes: [UInt8]) {
        bytes.withUnsafeBytes { all in
            var reader = ArchiveReader(all)
            var texts: [String] = []
            reader.texts(&texts)
            #expect(reader.isDamaged && texts.isEmpty)
        }
    }
}
