// Lists of assets in the forms that offices use: headings, sections with sums, totals, footers, who gives and takes.

import Foundation
import Personnel
import Tabular
import Testing

@testable import Extract

@Suite("Lists of assets")
struct AssetExtractorTests {
    private static func table(_ name: String) throws -> ReferenceTable {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Pipelines/dien-bien")
        let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent(name)))
        var rows = try CSVText.rows(of: bytes, dialect: .rfc4180)
        let heading = rows.removeFirst()
        return ReferenceTable(
            path: name, columns: heading.cells,
            rows: rows.filter { $0.cells.count == heading.cells.count }.map { .init(line: $0.line, cells: $0.cells) })
    }

    /// The rows of a text, and the context of each.
    private static func read(_ text: String) throws -> [(row: AssetRow, context: AssetContext)] {
        let extractor = AssetExtractor(
            words: try AssetWords(headings: table("assets/headings.csv"), words: table("assets/words.csv")),
            anatomy: try AnatomyWords(table("vocabulary/anatomy.csv"))
        ) { $0.lowercased().hasPrefix("nhà") || $0.lowercased().hasPrefix("máy") }
        var found: [(row: AssetRow, context: AssetContext)] = []
        var file = try TabularFile(bytes: Array(text.utf8))
        _ = try extractor.extract(fileIndex: 0, path: "tuan-giao/tai-san/a.csv", sender: "tuan-giao") {
            found.append(($0, $1))
        } from: {
            try file.read($0)
        }
        return found
    }

    private static func kinds(_ rows: [(row: AssetRow, context: AssetContext)]) -> String {
        rows.map { row, _ in
            switch row.kind {
            case .item: "i"
            case .section(let depth): "s\(depth)"
            case .total(let isGrand): isGrand ? "T" : "t"
            case .other(let kind): String(kind.rawValue.prefix(1))
            }
        }.joined(separator: " ")
    }

    @Test("a hand-over list: titles, column numbers, sections with their sums, items, a total, the signatures")
    func handover() throws {
        let rows = try Self.read(
            """
            TRUNG TÂM VĂN HÓA;;;;
            Đơn vị tính: nghìn đồng;;;;
            Bên giao: Trung tâm Văn hóa huyện Tuần Giáo;;;;
            Bên nhận: UBND xã Tuần Giáo;;;;
            STT;Danh mục tài sản;Số lượng;Nguyên giá;Giá trị còn lại
            (1);(2);(3);(4);(5)
            I;Nhà, công trình;;1.500;800
            1;Nhà làm việc;1;1.000;500
            2;Nhà xe;1;500;300
            II;Máy móc, thiết bị;;;
            1;Máy in;2;20;10
            -;kèm dây nguồn;;;
            Tổng cộng;;;1.520;810
            ;;;Tuần Giáo, ngày 20 tháng 6 năm 2025;
            NGƯỜI LẬP;;KẾ TOÁN TRƯỞNG;;

            """)
        #expect(Self.kinds(rows) == "n n n n h h s1 i i s1 i n T n n")
        let item = rows[7]
        #expect(item.row.values[.name] == "Nhà làm việc")
        #expect(item.row.values[.originalCost] == "1.000")
        #expect(item.context.scale == 1000)
        #expect(item.context.giver == "Trung tâm Văn hóa huyện Tuần Giáo")
        #expect(item.context.receiver == "UBND xã Tuần Giáo")
        #expect(item.context.kindTexts == ["Nhà, công trình"])
        #expect(item.context.row.sections.isEmpty)
        #expect(rows[6].row.values[.originalCost] == "1.500")
    }

    @Test("a heading of two rows: the group says which of equal headings is meant")
    func groups() throws {
        let rows = try Self.read(
            """
            STT,Tên tài sản cố định,Theo sổ kế toán,,,Theo kiểm kê,,,Chênh lệch,,
            ,,Số lượng,Nguyên giá,Giá trị còn lại,Số lượng,Nguyên giá,Giá trị còn lại,Số lượng,Nguyên giá,Giá trị còn lại
            1,Bàn,2,30,20,1,15,10,-1,-15,-10

            """)
        #expect(Self.kinds(rows) == "h h i")
        let item = rows[2].row
        #expect(item.values[.originalCost] == "30")
        #expect(item.values[.residualValue] == "20")
        #expect(item.details.map(\.heading).first == "Theo kiểm kê / Số lượng")
        #expect(item.details.count == 6)
    }

    @Test("a section that names a unit stands in the context of its rows; parts of a numbered item make it a section")
    func sections() throws {
        let rows = try Self.read(
            """
            STT,Tài sản,Nguyên giá
            A,UBND xã Quài Cang,
            1,Trụ sở,300
            1.1,Trụ sở chính,200
            1.2,Trụ sở phụ,100
            2,Xe máy,30
            B,UBND xã Quài Nưa,
            1,Máy in,5
            ,Cộng,5

            """)
        #expect(Self.kinds(rows) == "h s1 s2 i i i s1 i t")
        #expect(rows[3].context.row.sections.map(\.text) == ["UBND xã Quài Cang", "Trụ sở"])
        #expect(rows[7].context.row.sections.map(\.text) == ["UBND xã Quài Nưa"])
    }

    @Test("a table of balances is told by what is left to hand over")
    func balances() throws {
        let rows = try Self.read(
            """
            STT,Đơn vị,Nội dung,Số dư đầu kỳ,Dự toán giao trong năm,Đã sử dụng đến 30/6/2025,Số dư còn lại chuyển sang
            1,Xã A,Tiền gửi,10,5,3,12

            """)
        #expect(Self.kinds(rows) == "h i")
        #expect(rows[1].context.isBalance)
        #expect(rows[1].row.values[.used] == "3")
        #expect(rows[1].row.values[.giver] == "Xã A")
    }

    @Test(
        "columns are known as the forms write them",
        arguments: [
            ("Nguyên giá theo sổ kế toán (đồng)", "", AssetField.originalCost), ("Giá trị còn lại", "", .residualValue),
            ("Theo sổ kế toán: Nguyên giá", "", .originalCost), ("Theo kiểm kê: Nguyên giá", "", .countedCost),
            ("Nguồn NS", "Nguyên giá", .budgetCost), ("Danh mục tài sản (nhãn hiệu, loại xe)", "", .name),
            ("Tên, ký hiệu, quy cách (cấp hạng TSCĐ)", "", .name), ("Đơn vị tính", "", .measure),
            ("Đơn vị tiếp nhận", "", .receiver), ("Nơi sử dụng", "", .usedAt), ("Biển kiểm soát", "", .code),
            ("Giá trị hao mòn", "", .other), ("Màu sơn", "", nil),
        ])
    func headings(heading: String, group: String, field: AssetField?) throws {
        let words = try AssetWords(headings: Self.table("assets/headings.csv"), words: Self.table("assets/words.csv"))
        #expect(words.field(of: heading, under: group) == field)
    }
}
