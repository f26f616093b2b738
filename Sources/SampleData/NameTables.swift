// Names by people, as they are met in Điện Biên: `name:weight`, a blank inside a name written `_`.
//
// Weights: counts in public lists of names for Kinh, estimates for the others.

/// The names of one people, and its share among the staff in percent.
struct NameTable: Sendable {
    let people: String
    let share: Int
    let family: WeightedChoice
    let maleMiddle: WeightedChoice
    let femaleMiddle: WeightedChoice
    let maleGiven: WeightedChoice
    let femaleGiven: WeightedChoice

    init(
        people: String, share: Int, family: String, maleMiddle: String, femaleMiddle: String, maleGiven: String,
        femaleGiven: String
    ) {
        self.people = people
        self.share = share
        self.family = WeightedChoice(family)
        self.maleMiddle = WeightedChoice(maleMiddle)
        self.femaleMiddle = WeightedChoice(femaleMiddle)
        self.maleGiven = WeightedChoice(maleGiven)
        self.femaleGiven = WeightedChoice(femaleGiven)
    }

    static let all = [
        NameTable(
            people: "Kinh", share: 30,
            family: """
                Nguyễn:246 Trần:93 Lê:85 Phạm:70 Vũ:61 Hoàng:54 Bùi:35 Đỗ:31 Phan:29 Đặng:27 Ngô:22 Đinh:22 Trương:19 Hồ:17 \
                Dương:16 Đoàn:16 Đào:15 Trịnh:14 Hà:12 Lương:12 Mai:12 Cao:10 Lưu:7 Tạ:6 Lý:5
                """,
            maleMiddle: """
                Văn:196 Đức:46 Ngọc:46 Minh:45 Xuân:42 Quang:39 Đình:38 Thanh:37 Quốc:31 Hữu:30 Hoàng:25 Duy:24 Anh:21 \
                Trọng:20 Công:20
                """,
            femaleMiddle: """
                Thị:333 Thị_Thu:45 Thị_Thanh:44 Thị_Ngọc:36 Thị_Kim:33 Thị_Hồng:30 Thị_Mỹ:29 Ngọc:22 Thu:20 Thị_Phương:20 \
                Thị_Bích:19 Thị_Minh:18
                """,
            maleGiven: """
                Hùng:27 Tuấn:27 Dũng:26 Sơn:23 Hải:22 Cường:22 Thắng:21 Nam:19 Thành:19 Minh:19 Trung:18 Bình:17 Long:16 \
                Quang:15 Đức:15 Hưng:14 Tiến:13 Huy:13 Hoàng:12 Hiếu:12 Tùng:12 Thanh:11 Anh:11 Toàn:11 Phong:11 Duy:11 \
                Lâm:10 Quân:10 Hòa:10 Mạnh:10 Việt:10 Vinh:10 Đạt:10 Dương:10 Trường:9 Tú:9 Hà:9 Khánh:8 Chiến:8 Vũ:8 Kiên:8 \
                Phúc:8 Thái:8 Ngọc:7 Nghĩa:7 Phương:7 Giang:7 Hiệp:7 Thịnh:7 Tài:7 Tâm:7 Quyết:6 Tân:6 Phú:6 Quý:6 Thuận:6 \
                Chung:6 Đông:6 Lợi:5 Thiện:5 Khoa:5 Nhân:5 Hậu:5 Chính:5 Linh:5 Tuyên:5 Trọng:4 Bảo:4 Xuân:4 Định:4
                """,
            femaleGiven: """
                Hương:29 Anh:29 Trang:27 Linh:26 Phương:24 Hà:24 Hằng:23 Hoa:22 Thủy:21 Hiền:20 Lan:19 Thảo:18 Huyền:18 \
                Nga:18 Ngọc:17 Mai:17 Dung:16 Vân:16 Nhung:15 Yến:15 Hạnh:14 Hồng:14 Thúy:14 Ngân:14 Loan:13 Thanh:13 \
                Oanh:12 Liên:12 Quỳnh:11 Thu:11 Phượng:10 Hường:10 Huệ:9 Duyên:9 Thương:9 Hòa:9 Tuyết:8 Giang:8 Quyên:8 \
                Nhi:8 Nguyệt:8 Thùy:8 Uyên:8 Tâm:8 Chi:8 Xuân:7 Ánh:7 Minh:7 Bình:7 Trinh:6 Ly:6 My:6 Trâm:6 Hải:5 Thắm:5 \
                Lý:5 Thư:5 Thơm:5 Hậu:5 Vi:5 Thoa:5 Như:4 Vy:4 Tươi:4 Lệ:4 Hoài:4 Cúc:4 Bích:4 Tuyền:4 Hân:4
                """),
        NameTable(
            people: "Thái", share: 34,
            family: """
                Lò:308 Quàng:134 Lường:123 Cà:82 Tòng:82 Vì:46 Hoàng:26 Cầm:18 Bạc:18 Lù:15 Lèo:15 Điêu:15 Khoàng:12 Hà:12 \
                Lừ:10 Mào:10 Mè:10 Vàng:10 Lý:10 Tao:10 Nguyễn:8 Đèo:6 Lèm:3 Ngần:3 Nông:3
                """,
            maleMiddle: """
                Văn:872 Đức:20 Hồng:12 Xuân:12 Minh:12 Quang:10 Ngọc:10 Mạnh:8 Thanh:8 Anh:8 Trọng:6 Tiến:6 Công:6 Đình:4 \
                Duy:4
                """,
            femaleMiddle: """
                Thị:913 Thị_Thu:12 Thanh:10 Thị_Hồng:8 Thị_Thanh:8 Thị_Phương:8 Hồng:8 Thị_Kim:6 Thị_Minh:6 Kim:6 Thúy:6 \
                Thị_Lan:4
                """,
            maleGiven: """
                Hùng:25 Ón:23 Bình:23 Tuấn:21 Cường:21 Đôi:19 Panh:19 Sơn:19 Hải:19 Thành:19 Nam:19 Hặc:17 Lún:17 Nọi:17 \
                Toản:17 Thắng:17 Minh:17 Tiến:17 Cương:15 Inh:15 Lả:15 Phanh:15 Pâng:15 Dũng:15 Trung:15 Thanh:15 Toàn:15 \
                Biên:15 Bun:12 Muôn:12 Phương:12 Tính:12 Phong:12 Ánh:10 Dân:10 Hiêng:10 Măn:10 Ơn:10 Puốn:10 Tiện:10 \
                Tỉnh:10 Xiên:10 Xôm:10 Tâm:10 Thương:10 Chung:10 Chính:10 Hoan:10 Xuân:10 Hịa:8 Pọm:8 Sâm:8 Sương:8 Thín:8 \
                Tướng:8 Yêu:8 Quyết:8 Tân:8 Kiêm:8 Hoàn:8 Chiến:8 Hợp:8 Hồng:8 Long:8 Nghĩnh:6 Phối:6 Nhất:6 Thân:6 Hiến:6 \
                Đoàn:6
                """,
            femaleGiven: """
                Hương:28 Pâng:24 Hoa:24 Lún:21 Phương:21 Thương:21 Dung:19 Lả:19 Mai:19 Nhung:19 Nọi:19 Panh:19 Lan:19 \
                Đôi:16 Inh:16 Tươi:16 Xiên:16 Hiền:16 Trang:16 Loan:16 Liên:16 Xuân:16 Hằng:16 Hồng:16 Bình:14 Chung:14 \
                Minh:14 Ngân:14 Pọm:14 Thoa:14 Tiện:14 Xôm:14 Yến:14 Thủy:14 Thảo:14 Hạnh:14 Thanh:14 Thu:14 Biên:14 Ánh:12 \
                Hặc:12 Hoan:12 Yêu:12 Ún:12 Thúy:12 Hà:12 Huyền:12 Vân:12 Nga:12 Tâm:12 Bóng:9 Diên:9 Diện:9 Oanh:9 Phanh:9 \
                Thắm:9 Muôn:9 Hom:7 Ương:7 Ôn:7 Quỳnh:7 Hịa:7 Kim:7 Nguyệt:7 Sinh:7 Sương:7 Toan:7 Tuyết:7 Măn:7 Quyên:7
                """),
        NameTable(
            people: "Mông", share: 27,
            family: """
                Giàng:124 Vàng:100 Sùng:90 Thào:90 Mùa:76 Vừ:71 Hạng:57 Lầu:57 Ly:52 Và:38 Chá:33 Hờ:33 Cứ:29 Sình:24 Lý:24 \
                Hảng:19 Cháng:19 Phàng:19 Ma:14 Tráng:11 Mua:6 Vù:5 Chớ:3 Dế:2 Sộng:2
                """,
            maleMiddle: """
                A:887 Văn:25 Trọng:10 Nhè:8 Chứ:8 Chống:8 Minh:8 Nỏ:8 Bá:6 Thanh:6 Giống:5 Pháy:5 Gà:5 Páo:5 Lao:5
                """,
            femaleMiddle: """
                Thị:972 Y:10 Thanh:8 A:5 Hồng:5
                """,
            maleGiven: """
                Páo:23 Dính:21 Tủa:19 Chứ:16 Chớ:16 Pó:16 Dơ:14 Chư:14 Chừ:14 Dình:14 Sềnh:14 Của:14 Là:14 Nhìa:14 Sử:12 \
                Dờ:12 Dua:12 Giống:12 Hồ:12 Lềnh:12 Nếnh:12 Phềnh:12 Pủa:12 Sếnh:12 Sinh:12 Súa:12 Tếnh:12 Trừ:12 Vàng:12 \
                Xà:12 Chu:12 Sình:9 Say:9 Thắng:9 Tồng:9 Tú:9 Tụa:9 Câu:9 Chìa:9 Chinh:9 Chông:9 Dế:9 Dùa:9 Già:9 Hồng:9 \
                Khày:9 Khứ:9 Ký:9 Kỷ:9 Lử:9 Lồng:9 Lù:9 Mang:9 Mua:9 Nhè:9 Nu:9 Nủ:9 Sáng:9 Sơn:9 Sở:9 Thái:9 Tính:9 Vảng:9 \
                Xá:9 Xua:9 Sào:7 Sấu:7 Thành:7 Tráng:7 Cháng:7
                """,
            femaleGiven: """
                Mỷ:54 Mai:25 Dua:25 Chở:25 Hoa:25 Sua:25 Máy:22 Dở:22 Dợ:22 Bầu:22 Mảy:19 Ca:19 Khua:19 Kía:19 Mo:19 Nhìa:19 \
                Nu:19 Pàng:19 Pà:19 Xua:19 Chư:16 Là:16 Lia:16 Ly:16 Súa:16 Sông:16 Sinh:16 Dí:13 Dia:13 Chứ:13 Cở:13 Cho:13 \
                Chía:13 Cú:13 Của:13 Bla:13 Bàu:13 Già:13 Ghênh:13 Lan:13 Lía:13 Mua:13 Pla:13 Say:13 Sao:13 Sơ:13 Sung:13 \
                Vang:13 Xia:13 Xông:13 Xuân:13 Hồng:13 Dơ:13 Cá:9 Kỷ:9 Nếnh:9 Panh:9 Sáy:9 Sầu:9 Sống:9 Tông:9 Trừ:9 Dính:9 \
                Giống:6
                """),
        NameTable(
            people: "Khơ Mú", share: 4,
            family: """
                Lò:316 Quàng:232 Lường:179 Cà:63 Vì:63 Tòng:53 Hoàng:32 Mong:21 Lèo:21 Moong:11 Cút:11
                """,
            maleMiddle: """
                Văn:929 A:20 Đức:15 Xuân:15 Minh:10 Hồng:10
                """,
            femaleMiddle: """
                Thị:986 Thị_Thu:8 Thị_Hồng:6
                """,
            maleGiven: """
                Ón:82 Hặc:57 Bun:57 Panh:57 Thanh:57 Hùng:57 Thành:57 Phong:49 Tiến:49 Khăm:49 Cương:49 Xiên:41 Dân:41 \
                Đôi:41 Ơn:41 Tâm:41 Sơn:41 Minh:33 Nam:33 Inh:33 Chung:33
                """,
            femaleGiven: """
                Hoa:87 Lả:76 Pâng:76 Hương:76 Inh:65 Xôm:65 Lan:65 Đôi:65 Mai:54 Nọi:54 Tươi:54 Thương:54 Yêu:43 Diên:43 \
                Minh:43 Chung:43 Un:33
                """),
        NameTable(
            people: "Dao", share: 2,
            family: """
                Tẩn:265 Chảo:265 Phàn:153 Lý:122 Triệu:61 Bàn:51 Đặng:41 Phùng:31 Vàng:10
                """,
            maleMiddle: """
                A:561 Văn:153 Sài:61 Phủ:61 Kim:41 Vần:31 Quang:31 Duần:31 Lao:31
                """,
            femaleMiddle: """
                Lở:263 Tả:242 San:152 Thị:152 U:101 Mùi:61 Mán:30
                """,
            maleGiven: """
                Sài:106 Páo:106 Chiêu:85 Phẩu:85 Pú:74 Sơn:74 Quang:64 Nhàn:53 Chìn:53 Lụa:43 Phấu:43 Dần:43 Lai:43 Chẳn:43 \
                Hoàng:43 Vần:43
                """,
            femaleGiven: """
                Mẩy:741 Mùi:111 Hoa:56 Lan:37 Nhẩn:37 Sênh:19
                """),
        NameTable(
            people: "Hà Nhì", share: 3,
            family: """
                Pờ:192 Lỳ:172 Khoàng:152 Chang:131 Sừng:111 Toán:51 Giàng:40 Vù:40 Chu:30 Lý:30 Phùng:20 Mạ:20 Cao:10
                """,
            maleMiddle: """
                Văn:156 Go:104 Dần:78 Lòng:78 Gố:78 Chừ:78 Hừ:78 Pó:65 Xè:65 Phu:52 Ky:52 Xuân:39 Mì:39 Sừng:39
                """,
            femaleMiddle: """
                Thị:222 Mì:167 Mỳ:111 Xó:111 Go:93 Phu:74 Bé:56 Lé:56 Pứ:56 Hừ:56
                """,
            maleGiven: """
                Hừ:74 Chừ:74 Xá:62 Go:62 Gố:49 Pó:49 Sinh:49 Xinh:49 Xè:43 Xứ:43 Tư:43 Sừng:43 Phu:37 Mừ:37 Pờ:37 Khai:37 \
                Xa:37 Hùng:37 Lòng:31 Thành:31 Cà:25 Đức:25 Toán:25
                """,
            femaleGiven: """
                De:110 Xó:92 Mé:92 Nu:73 Lé:73 Che:73 Mỳ:73 Pứ:64 Bé:64 Mai:55 Hoa:55 Sừ:46 Lan:46 Nụ:46 Hừ:37
                """),
    ]
}
