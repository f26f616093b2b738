// A unit that ends, from its people's plans to its last table: decisions, key positions, assets, and the sums over all.

import Foundation
import Testing

@Suite("A unit that ends")
struct HandoverTests {
    private static let people = """
        STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Chức vụ,Đơn vị,Trình độ chuyên môn,Lý luận chính trị,Ngày vào Đảng,Đơn vị dự kiến bố trí,Chức vụ dự kiến bố trí
        1,Giàng A Lử,06/01/1988,Nam,011088001717,Mông,Trưởng phòng,Phòng Nội vụ huyện Mường Chà,Đại học,Trung cấp,03/02/2012,Xã Na Sang,Chủ tịch UBND xã
        2,Hoàng Thị Mai,07/09/1983,Nữ,011183002222,Thái,Chuyên viên,Phòng Nội vụ huyện Mường Chà,Đại học,Trung cấp,03/02/2012,,

        """

    private static let assets = """
        Đơn vị: Phòng Nội vụ huyện Mường Chà;;;;
        Đơn vị tính: đồng;;;;
        STT;Danh mục tài sản;Số lượng;Nguyên giá;Đơn vị tiếp nhận
        1;Máy in;1;12.000.000;
        2;Máy tính;2;30.000.000;Xã Na Sang
        Tổng cộng;;;42.000.000;

        """

    private func counts(_ place: Workplace) throws -> [String: Int] {
        let manifest = try JSONSerialization.jsonObject(with: place.data(of: "out/current/manifest.json"))
        let object = try #require(manifest as? [String: Any])
        return try #require(object["counts"] as? [String: Int])
    }

    @Test("what its plans leave open a decision closes, for people and things alike")
    func closes() throws {
        let place = try Workplace()
        try place.write(Self.people, to: "in/muong-cha/phuong an.csv")
        try place.write(Self.assets, to: "in/muong-cha/tai-san/phong noi vu.csv")
        _ = try place.run()
        #expect(try counts(place)["people"] == 2)
        #expect(try counts(place)["assignments.unresolved"] == 1)
        let before = try place.text(of: "out/current/reports/handover.csv")
        #expect(before.contains("II. Chưa có đơn vị tiếp nhận"))
        #expect(before.contains(",12000000,"))
        let seats = try place.text(of: "out/current/reports/key-positions.csv")
        #expect(seats.contains("Chủ tịch UBND,Giàng A Lử,06/01/1988"))

        let decision = "old_unit,district,new_unit,reason\nPhòng Nội vụ,Huyện Mường Chà,Xã Na Sang,QĐ 12\n"
        try place.write(decision, to: "in/decisions/assignments.csv")
        let after = try place.run()
        #expect(after.output.contains("0 do not fit"))
        #expect(try counts(place)["assignments.assigned"] == 2)
        #expect(try !place.text(of: "out/current/reports/handover.csv").contains("II. Chưa có đơn vị tiếp nhận"))
        let lists = try place.files(below: "out/current/reports/handover")
        #expect(lists.count == 1)
        let list = try place.text(of: "out/current/reports/handover/" + lists[0])
        #expect(list.contains("42000000"))
        #expect(list.contains("QĐ 12"))
    }

    @Test("a night from the cache loses no asset")
    func cached() throws {
        let place = try Workplace()
        try place.write(Self.people, to: "in/muong-cha/phuong an.csv")
        try place.write(Self.assets, to: "in/muong-cha/tai-san/phong noi vu.csv")
        _ = try place.run()
        let first = try place.data(of: "out/current/reports/handover.csv")
        try place.write(Self.people, to: "in/muong-cha/cap-huyen/ban sao khac.csv")
        try place.write("STT,Họ và tên\n1,Lò Văn A\n", to: "in/muong-cha/them.csv")
        _ = try place.run()
        let second = try place.data(of: "out/current/reports/handover.csv")
        func body(_ data: Data) -> [Substring] {
            String(decoding: data, as: UTF8.self).split(separator: "\r\n").dropFirst(4).map { $0 }
        }
        #expect(body(first) == body(second))
    }

    @Test("a unit that the decision names wrongly, or that has nobody, is said")
    func unfit() throws {
        let place = try Workplace()
        try place.write(Self.people, to: "in/muong-cha/phuong an.csv")
        let decisions = """
            old_unit,new_unit
            Phòng Nội vụ,Xã Na Sang
            Phòng Nội vụ huyện Mường Chà,Xã Không Có
            Phòng Y tế huyện Mường Chà,Xã Na Sang

            """
        try place.write(decisions, to: "in/decisions/assignments.csv")
        let outcome = try place.run()
        for line in 2...4 { #expect(outcome.output.contains("unfit    decisions/assignments.csv, dòng \(line):")) }
    }
}
