// Invented names in the manner of the North-West, always the same ones.

enum NameSamples {
    private static let kinh = (
        family: "Nguyễn Trần Lê Phạm Vũ Hoàng Bùi Đỗ Đặng Ngô Đinh Đoàn Đào Trịnh Hà Lương Phùng Tạ Quách Triệu",
        middle: "Văn Thị Đức Hữu Quang Minh Thanh Xuân Ngọc Đình Thu Bích",
        given:
            "Hòa Thúy Hùng Dũng Tuấn Cường Thảo Hương Hạnh Phương Linh Ngân Khánh Quyết Thắng Lợi Yến Nguyệt Tùng Đạt Huệ Vững"
    )
    private static let thai = (
        family: "Lò Quàng Lường Cà Tòng Vì Cầm Lèo Điêu Khoàng Lừ Mè Đèo Lù Bạc", middle: "Văn Thị Thanh Xuân",
        given: "Pâng Hặc Inh Ưởng Pản Ngoan Thơm Biên Xiên Hưởng Nọi Yêu Diện Hiêng Phớ Sươi Ọi Lả Ún"
    )
    private static let mong = (
        family: "Giàng Vàng Sùng Thào Mùa Vừ Hạng Lầu Hờ Cứ Sình Chá Phàng Tráng Pờ Lỳ Sừng Tẩn Chảo",
        middle: "A Thị A A",
        given: "Dơ Lử Chứ Páo Nếnh Dính Vảng Chía Giống Thếnh Chớ Sếnh Dế Gống Mẩy Pứ Nhè Tủa Ký Xá Cở Mỷ Vảng Lềnh"
    )

    /// `count` names of two to four words.
    static func names(_ count: Int) -> [String] {
        var state: UInt64 = 20_250_701
        func pick(_ words: String) -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let list = words.split(separator: " ")
            return String(list[Int(state >> 33) % list.count])
        }
        return (0..<count).map { index in
            let people = [kinh, thai, mong][index % 3]
            let middle =
                index % 7 == 0
                ? "" : index % 11 == 0 ? pick(people.middle) + " " + pick(kinh.middle) : pick(people.middle)
            return [pick(people.family), middle, pick(people.given)].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
