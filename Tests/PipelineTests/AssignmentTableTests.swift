import Foundation
import Load
import Personnel
import Tabular
import Testing
import Transform

@testable import Pipeline

@Suite("Decided assignments")
struct AssignmentTableTests {
    private static let pipeline =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/Pipelines/dien-bien"

    private static func texts() throws -> RefusalTexts {
        let keys = RefusedFile.Reason.allCases.map(\.rawValue) + RefusalTexts.Key.allCases.map(\.rawValue)
        let rows = keys.enumerated().map { ReferenceTable.Row(line: $0 + 2, cells: [$1, $1 + "{detail}"]) }
        return try RefusalTexts(ReferenceTable(path: "refusals.csv", columns: ["reason", "message"], rows: rows))
    }

    private static func read(_ text: String, as name: String = "decisions/assignments.csv") async throws -> Decisions {
        let folder = try TemporaryFolder()
        try folder.write(text, to: name)
        let files = try InputFolder(location: folder.path).decisionFiles()
        let columns = try AssignmentColumns(
            ReferenceTable(
                path: "decision-columns.csv", columns: ["column", "heading"],
                rows: [
                    ReferenceTable.Row(line: 2, cells: ["old_unit", "Đơn vị cũ"]),
                    ReferenceTable.Row(line: 3, cells: ["new_unit", "Đơn vị mới"]),
                ]))
        let headings = try PipelineKnowledge(PipelineFolder(pipeline), asOf: nil).reportTexts.decisionHeadings
        return try DecisionReader(headings: headings, limits: ReadingLimits(), texts: texts(), columns: columns)
            .read(files, digests: try await InputDigests(of: files, threads: 1, index: nil).digests)
    }

    @Test("one table may decide people, positions and whole units; blank lines decide nothing")
    func kinds() async throws {
        let decisions = try await Self.read(
            """
            person_id,old_unit,district,new_unit,new_position,reason
            '7,,,3172,,QĐ 12
            8,,,Xã Na Sang,Chủ tịch UBND,
            9,,,,Phó Chủ tịch HĐND,
            ,Đội Quản lý trật tự đô thị,Thành phố Điện Biên Phủ,Phường Điện Biên Phủ,,QĐ 13
            10,,,,,chưa có

            """)
        #expect(decisions.units.map(\.person) == [7, 8])
        #expect(decisions.units.map(\.text) == ["03172", "Xã Na Sang"])
        #expect(decisions.units[0].reason == "QĐ 12")
        #expect(decisions.positions.map(\.person) == [8, 9])
        #expect(
            decisions.oldUnits == [
                OldUnitDecision(
                    unit: "Đội Quản lý trật tự đô thị", district: "Thành phố Điện Biên Phủ",
                    decision: UnitDecision(
                        person: 0, text: "Phường Điện Biên Phủ", source: "decisions/assignments.csv, dòng 5",
                        reason: "QĐ 13"))
            ])
        #expect(decisions.unfit.isEmpty)
    }

    @Test("columns are known by the headings of the language too, wherever the heading stands")
    func headings() async throws {
        let decisions = try await Self.read("QUYẾT ĐỊNH\n\nSTT,Đơn vị cũ,Đơn vị mới\n1,Phòng A,Xã B\n")
        #expect(decisions.oldUnits.map(\.unit) == ["Phòng A"])
    }

    @Test(
        "what can't be applied says where and why",
        arguments: [
            ("person_id,new_unit\nbảy,Xã Na Sang\n", "decisions/assignments.csv, dòng 2", "decision_person_id"),
            ("old_unit,new_position\nPhòng A,Chủ tịch\n", "decisions/assignments.csv, dòng 2", "decision_person_id"),
            ("Họ và tên,Xã\nA,B\n", "decisions/assignments.csv", "decision_assignment_columns"),
        ])
    func unfit(text: String, place: String, reason: String) async throws {
        let decisions = try await Self.read(text)
        #expect(decisions.unfit.map(\.place) == [place])
        #expect(decisions.unfit.map(\.reason) == [reason])
    }

    @Test("a heading that two columns claim is a mistake of the table, with its line")
    func twice() {
        let table = ReferenceTable(
            path: "c.csv", columns: ["column", "heading"],
            rows: [ReferenceTable.Row(line: 7, cells: ["old_unit", "new_unit"])])
        #expect(throws: ReferenceError.self) { try AssignmentColumns(table) }
    }
}
