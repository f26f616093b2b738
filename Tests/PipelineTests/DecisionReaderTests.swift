// What people entered in the reports and saved under `decisions/`: what is read of it, and what fits nothing.

import Foundation
import Load
import Personnel
import Tabular
import Testing
import Transform

@testable import Pipeline

@Suite("Decisions that came back")
struct DecisionReaderTests {
    private static let title = "SỞ NỘI VỤ\nNgười chưa có nơi bố trí\n\n"
    private static let heading = "STT,Mã người,Họ và tên,decision\n"

    private static let pipeline =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/Pipelines/dien-bien"

    private static func texts() throws -> RefusalTexts {
        let keys = RefusedFile.Reason.allCases.map(\.rawValue) + RefusalTexts.Key.allCases.map(\.rawValue)
        let rows = keys.enumerated().map { ReferenceTable.Row(line: $0 + 2, cells: [$1, $1 + "{place} {detail}"]) }
        return try RefusalTexts(ReferenceTable(path: "refusals.csv", columns: ["reason", "message"], rows: rows))
    }

    private static func read(_ folder: TemporaryFolder) async throws -> Decisions {
        let files = try InputFolder(location: folder.path).decisionFiles()
        let digests = try await InputDigests(of: files, threads: 1, index: nil).digests
        let shipped = try PipelineKnowledge(PipelineFolder(pipeline), asOf: nil).decisionReader
        return try DecisionReader(
            headings: shipped.headings, limits: ReadingLimits(), texts: texts(), words: shipped.words
        ).read(files, digests: digests)
    }

    private static func read(_ text: String) async throws -> Decisions {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "decisions/a.csv")
        return try await read(folder)
    }

    @Test("are read from the report as it was saved, blank ones aside")
    func reads() async throws {
        let text =
            Self.title + Self.heading
            + "1,'391458047550919,Lò Văn A,Xã Na Sang\n2,'489469787276537,Lò Văn B,\n3,'7,Lò Văn C,nghỉ hưu\n"
        let decisions = try await Self.read(text)
        #expect(
            decisions.units == [
                UnitDecision(person: 7, text: "nghỉ hưu", source: "decisions/a.csv, dòng 7"),
                UnitDecision(person: 391_458_047_550_919, text: "Xã Na Sang", source: "decisions/a.csv, dòng 5"),
            ])
        #expect(decisions.unfit.isEmpty)
        #expect(decisions.files.map(\.path) == ["decisions/a.csv"])
    }

    @Test(
        "a unit's code keeps its zero whatever Excel made of it; a name keeps what it has",
        arguments: [("'03172", "03172"), ("3172", "03172"), ("03172", "03172"), ("gdnn-gdtx-1", "gdnn-gdtx-1")])
    func codes(written: String, read: String) async throws {
        let decisions = try await Self.read(Self.heading + "1,'7,Lò Văn A,\(written)\n2,'8,Lò Văn B,\n")
        #expect(decisions.units.map(\.text) == [read])
    }

    @Test("a number that Excel spoilt is no person's id", arguments: ["3.91458E+14", "", "-7"])
    func spoiltID(id: String) async throws {
        let decisions = try await Self.read(Self.heading + "1,\(id),Lò Văn A,Xã Na Sang\n2,'8,Lò Văn B,\n")
        #expect(decisions.units.isEmpty)
        #expect(
            decisions.unfit == [
                UnfitDecision(place: "decisions/a.csv, dòng 2", text: "Xã Na Sang", reason: "decision_person_id ")
            ])
    }

    @Test("of two for one person the later counts, and the other is named; an equal one is no news")
    func replaced() async throws {
        let folder = try TemporaryFolder()
        for (name, unit) in [("1", "Xã Na Sang"), ("2", "Xã Mường Mùn"), ("3", "Xã Mường Mùn")] {
            try folder.write(Self.heading + "1,'7,Lò Văn A,\(unit)\n2,'8,Lò Văn B,\n", to: "decisions/\(name).csv")
        }
        let decisions = try await Self.read(folder)
        #expect(decisions.units.map(\.source) == ["decisions/3.csv, dòng 2"])
        #expect(
            decisions.unfit == [
                UnfitDecision(
                    place: "decisions/1.csv, dòng 2", text: "Xã Na Sang",
                    reason: "decision_replaced decisions/3.csv, dòng 2")
            ])
    }

    @Test("on pairs and rows are read in words or in Vietnamese; what says neither is told")
    func identities() async throws {
        let pairs = try await Self.read(
            "STT,Mã người A,Mã người B,decision\n1,'7,'8,same\n2,'9,'10,\n3,'11,'12,Hai người\n4,'13,'14,chắc thế\n")
        #expect(pairs.units.isEmpty)
        #expect(
            pairs.identities == [
                IdentityDecision(.pair(7, 8), isSame: true, text: "same", source: "decisions/a.csv, dòng 2"),
                IdentityDecision(.pair(11, 12), isSame: false, text: "Hai người", source: "decisions/a.csv, dòng 4"),
            ])
        #expect(
            pairs.unfit == [
                UnfitDecision(place: "decisions/a.csv, dòng 5", text: "chắc thế", reason: "decision_word ")
            ])
        let rows = try await Self.read("STT,Họ và tên,Mã người,Mã dòng,decision\n1,Lò Văn A,'7,'8,different\n")
        #expect(rows.units.isEmpty)
        #expect(
            rows.identities == [
                IdentityDecision(
                    .row(person: 7, fingerprint: 8), isSame: false, text: "different",
                    source: "decisions/a.csv, dòng 2")
            ])
    }

    @Test(
        "a file without the columns, and one that can't be used, is named",
        arguments: [
            ("STT,Họ và tên\n1,Lò Văn A\n2,Lò Văn B\n", "decision_columns "), ("", "empty "), ("%PDF-1.4", "pdf "),
        ])
    func unusable(text: String, reason: String) async throws {
        let decisions = try await Self.read(text)
        #expect(decisions.unfit == [UnfitDecision(place: "decisions/a.csv", reason: reason)])
    }

    @Test("that fit nobody, or name no unit, become issues of their own; a list's plan stays one")
    func issues() throws {
        let decided = UnitDecision(person: 1, text: "Xã Không Có", source: "decisions/a.csv, dòng 2")
        let lost = UnitDecision(person: 9, text: "Xã Na Sang", source: "decisions/a.csv, dòng 3")
        let decisions = Decisions(units: [decided, lost])
        let record = PersonRecord(place: RowReference(file: 0, sheet: 0, row: 2), context: 0)
        let people: PersonList = [Person(id: 1, values: record, records: [0])]
        let plan = Issue(.planUnknownUnit, value: "Xã Không Có", row: RowReference(file: 0), person: 0)
        let found = decisions.issues(
            [plan, Issue(.planUnknownUnit, value: decided.text, person: 0)], of: people, texts: try Self.texts())
        #expect(
            found == [
                plan,
                Issue(
                    .decisionUnfit, value: "Xã Không Có", detail: "decisions/a.csv, dòng 2: decision_unit ", person: 0),
                Issue(.decisionUnfit, value: "Xã Na Sang", detail: "decisions/a.csv, dòng 3: decision_person "),
            ])
    }
}
