// The verdicts of the model that is shipped, pair by pair.

import Foundation
import Personnel
import Testing
import Transform
import Vietnamese

@testable import Pipeline

@Suite("The model of Điện Biên") struct ShippedModelTests {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/Pipelines"

    private static func deduplicator() throws -> Deduplicator {
        let path = folder + "/dien-bien/matching.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        var model = try MatchModel(yaml: yaml, path: path, settings: MatchingSettings(model: "matching.yaml"))
        try model.readWords(besides: path)
        return Deduplicator(model: model)
    }

    enum Outcome { case same, review, apart }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var one: InventedRow
        var other: InventedRow
        var outcome: Outcome

        init(_ description: String, _ one: InventedRow, _ other: InventedRow, _ outcome: Outcome) {
            testDescription = description
            self.one = one
            self.other = other
            self.outcome = outcome
        }
    }

    static let pairs = [
        Case(
            "an equal identity number with equal name and birth date",
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123),
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123), .same),
        Case(
            "an equal identity number joins a row without accents and with the year alone",
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123),
            InventedRow("Lo Van Pang", "1985", id: 11_085_000_123), .same),
        Case(
            "an equal identity number does not join two people of other name and birth date",
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, gender: .male),
            InventedRow("Cà Thị Hặc", "1991-11-30", id: 11_085_000_123, gender: .female), .apart),
        Case(
            "equal name, full birth date and unit",
            InventedRow("Quàng Thị Inh", "1989-08-25", unit: "UBND xã Nà Sáy"),
            InventedRow("Quàng Thị Inh", "1989-08-25", unit: "UBND xã Nà Sáy"), .same),
        Case(
            "an office's telephone does not join two colleagues of one post",
            InventedRow(
                "Quàng Thị Inh", "1989-08-25", gender: .female, unit: "UBND xã Nà Sáy", position: "Chuyên viên",
                phone: "0215386247"),
            InventedRow(
                "Lò Thị Hặc", "1979-11-03", gender: .female, unit: "UBND xã Nà Sáy", position: "Chuyên viên",
                phone: "0215386247"), .apart),
        Case(
            "an equal old number",
            InventedRow("Quàng Thị Inh", "1989-08-25", oldID: 41_452_553),
            InventedRow("QUÀNG THỊ INH", "1989", oldID: 41_452_553), .same),
        Case(
            "name and year of birth are no identity, least of all where the name is common",
            InventedRow("Lò Thị Hạnh", "1984"), InventedRow("Lò Thị Hạnh", "1984"), .apart),
        Case(
            "nor where it is rare: a person decides",
            InventedRow("Sùng Nhìa Khế", "1984", gender: .male), InventedRow("Sùng Nhìa Khế", "1984", gender: .male),
            .review),
        Case(
            "nor are name and 1 January",
            InventedRow("Sùng Nhìa Khế", "1984-01-01"), InventedRow("Sùng Nhìa Khế", "1984-01-01"), .review),
        Case(
            "different numbers that agree with their own rows forbid a merge",
            InventedRow(
                "Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, gender: .female, unit: "Trường Mầm non Nà Sáy"),
            InventedRow(
                "Lò Thị Hạnh", "1984-02-10", id: 11_184_017_921, gender: .female, unit: "Trường Mầm non Nà Sáy"),
            .apart),
        Case(
            "numbers one digit apart go to review",
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, gender: .female),
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_500, gender: .female), .review),
        Case(
            "numbers with two neighbouring digits swapped go to review",
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_470, gender: .female),
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_740, gender: .female), .review),
        Case(
            "numbers one digit apart, all else equal: the rest settles it",
            InventedRow(
                "Quàng Thị Inh", "1984-02-10", id: 11_184_006_400, gender: .female, unit: "Trường Mầm non Nà Sáy",
                position: "Kế toán", phone: "0979498490"),
            InventedRow(
                "Quàng Thị Inh", "1984-02-10", id: 11_184_006_500, gender: .female, unit: "Trường Mầm non Nà Sáy",
                position: "Kế toán", phone: "0979498490"), .same),
        Case(
            "nor do numbers one digit apart join namesakes of one birth date in two offices",
            InventedRow(
                "Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, gender: .female, unit: "Trường Mầm non Nà Sáy",
                position: "Giáo viên"),
            InventedRow(
                "Lò Thị Hạnh", "1984-02-10", id: 11_184_006_500, gender: .female, unit: "Trường Mầm non Mùn Chung",
                position: "Giáo viên"), .review),
        Case(
            "twins of nearly one name with neighbouring numbers are a question",
            InventedRow(
                "Lò Thị Hoa", "1984-02-10", id: 11_184_006_400, gender: .female, unit: "Trường Mầm non Nà Sáy",
                position: "Giáo viên"),
            InventedRow(
                "Lò Thị Hòa", "1984-02-10", id: 11_184_006_401, gender: .female, unit: "Trường Mầm non Nà Sáy",
                position: "Giáo viên"), .review),
        Case(
            "two people whose names were exchanged are not one",
            InventedRow("Hạng A Nu", "1987-01-16", id: 11_087_054_455, gender: .male, unit: "UBND xã Nà Sáy"),
            InventedRow("Thào Minh Dơ", "1987-01-16", id: 11_087_054_455, gender: .male, unit: "UBND xã Nà Sáy"),
            .review),
        Case(
            "father and son of one name in one office",
            InventedRow(
                "Sùng Nhìa Khế", "1968-05-03", gender: .male, unit: "UBND xã Nà Sáy", position: "Chuyên viên"),
            InventedRow(
                "Sùng Nhìa Khế", "1993-09-17", gender: .male, unit: "UBND xã Nà Sáy", position: "Chuyên viên"),
            .review),
        Case(
            "a number dragged down from the row above is a year off, and a question",
            InventedRow("Vừ A Giàng", "1991-02-06", id: 11_091_004_477, gender: .male, unit: "UBND xã Nà Sáy"),
            InventedRow("Vừ A Giàng", "1991-02-06", id: 11_090_000_101, gender: .male, unit: "UBND xã Nà Sáy"),
            .review),
        Case(
            "a name whose letters were lost is known by the number and the birth date",
            InventedRow("?oàng Thị L?an", "1990-10-04", id: 11_190_000_318, gender: .female),
            InventedRow("Hoàng Thị Loan", "1990-10-04", id: 11_190_000_318, gender: .female), .same),
        Case(
            "a number that contradicts its own row does not keep rows apart",
            InventedRow("Lò Văn Dính", "1990-02-20", id: 11_090_029_222, gender: .male, unit: "Phòng Nội vụ"),
            InventedRow("Lò Văn Dính", "1990-02-20", id: 11_098_029_222, gender: .male, unit: "Phòng Nội vụ"), .same),
        Case(
            "day and month swapped, all else equal",
            InventedRow("Tráng Nỏ Páo", "1981-11-02", gender: .male, unit: "UBND xã Na Sang", position: "Chủ tịch"),
            InventedRow("Tráng Nỏ Páo", "1981-02-11", gender: .male, unit: "UBND xã Na Sang", position: "Chủ tịch"),
            .same),
        Case(
            "a middle name left out, all else equal",
            InventedRow("Lê Minh Tùng", "1972-03-23", unit: "UBND phường Mường Thanh", position: "Bí thư Đảng ủy"),
            InventedRow("Lê Tùng", "1972-03-23", unit: "UBND phường Mường Thanh", position: "Bí thư Đảng ủy"), .same),
        Case(
            "i for y", InventedRow("Lý Văn Chía", "1988-02-15", unit: "TT VHTT"),
            InventedRow("Lí Văn Chía", "1988-02-15", unit: "TT VHTT"), .same),
        Case(
            "other sex and other year of birth",
            InventedRow("Vàng A Pao", "1982-08-22", oldID: 49_001_474, gender: .male),
            InventedRow("Vàng A Pao", "1983-08-22", oldID: 49_001_474, gender: .female), .apart),
    ]

    @Test("two rows of two lists", arguments: pairs)
    func twoLists(pair: Case) throws {
        let clustering = try Self.deduplicator().cluster(register([[pair.one], [pair.other]]))
        let outcome: Outcome =
            clustering.clusters.count == 1 ? .same : clustering.reviews.isEmpty ? .apart : .review
        #expect(outcome == pair.outcome)
    }

    @Test("a list numbers two namesakes apart, but lists some people twice")
    func oneList() throws {
        let one = InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy", position: "Công chức")
        var other = one
        other.birth = "1985-12"
        #expect(try Self.deduplicator().cluster(register([[one, other]])).clusters == [[0], [1]])
        #expect(try Self.deduplicator().cluster(register([[one, one]])).clusters == [[0, 1]])
    }

    @Test("a list counts two of one name and birth date apart where home and telephone differ")
    func oneListTwoPeople() throws {
        let one = InventedRow("Lò Thị Loan", "1989-07-29", unit: "UBND xã Nà Sáy", phone: "0926590443")
        var other = one
        other.phone = "0865212569"
        let clustering = try Self.deduplicator().cluster(register([[one, other]]))
        #expect(clustering.clusters == [[0], [1]])
        #expect(clustering.reviews.count == 1)
    }

    @Test("the pipelines' models are of the fields that records have", arguments: ["dien-bien", "vietnam"])
    func pipelineModels(name: String) throws {
        let path = Self.folder + "/\(name)/matching.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let model = try MatchModel(yaml: yaml, path: path, settings: MatchingSettings(model: "matching.yaml"))
        #expect(model.joinWeight == 7)
        #expect(model.constraints.count > 3)
    }

    @Test("what the pipelines' models say as evidence has words for people", arguments: ["dien-bien", "vietnam"])
    func evidenceInWords(name: String) throws {
        let path = Self.folder + "/\(name)/matching.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let model = try MatchModel(yaml: yaml, path: path, settings: MatchingSettings(model: "matching.yaml"))
        let words = try String(contentsOfFile: Self.folder + "/dien-bien/language/reports.csv", encoding: .utf8)
        for comparison in model.comparisons {
            #expect(
                Field(name: comparison.label) != nil || words.contains("\nvalue,comparison.\(comparison.label),"),
                "\(comparison.label)")
            for level in comparison.levels {
                #expect(words.contains("\nvalue,evidence.\(level.name),"), "\(comparison.label): \(level.name)")
            }
        }
    }

    @Test("every model under Pipelines/models can be read")
    func models() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/models").sorted()
        #expect(!names.isEmpty)
        for name in names { _ = try MatchModel.named(Self.folder + "/models/" + name) }
    }
}

/// A row of an invented list.
struct InventedRow: Sendable {
    var name: String
    var birth: String?
    var id: UInt64?
    var oldID: UInt32?
    var gender: Gender?
    var unit: String?
    var position: String?
    var phone: String?

    init(
        _ name: String, _ birth: String? = nil, id: UInt64? = nil, oldID: UInt32? = nil, gender: Gender? = nil,
        unit: String? = nil, position: String? = nil, phone: String? = nil
    ) {
        self.name = name
        self.birth = birth
        self.id = id
        self.oldID = oldID
        self.gender = gender
        self.unit = unit
        self.position = position
        self.phone = phone
    }
}

/// The register of lists in the order given.
private func register(_ lists: [[InventedRow]]) -> Register {
    var register = Register()
    for (file, rows) in lists.enumerated() {
        var source = SourceList(file: SourceFile(path: "tuan-giao/\(file).csv", sender: "tuan-giao"))
        source.contexts = [RowContext(sender: "tuan-giao")]
        for (index, row) in rows.enumerated() {
            var record = PersonRecord(
                place: RowReference(file: Int32(file), sheet: 0, row: UInt32(index + 2)), context: 0)
            record.fullName = source.pool.code(for: row.name)
            record.nameKey = source.pool.code(for: asciiKey(row.name))
            record.birthDate = row.birth.flatMap { PartialDate(iso: $0) }
            record.nationalID = row.id.flatMap { CitizenID(number: $0) }
            record.oldNationalID = row.oldID.flatMap { OldCitizenID(number: $0) }
            record.gender = row.gender
            record.unit = source.pool.code(for: row.unit ?? "")
            record.position = source.pool.code(for: row.position ?? "")
            record.phone = source.pool.code(for: row.phone ?? "")
            source.records.append(record)
        }
        register.append(source)
    }
    return register
}
