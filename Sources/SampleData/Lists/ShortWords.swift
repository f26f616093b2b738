// The words that lists have for codes, in full and as clerks shorten them.

/// Words for codes.
enum ShortWords {
    private static let positions: [(String, String)] = [
        ("Phó Chủ tịch", "PCT"), ("Chủ tịch", "CT"), ("Chuyên viên", "CV"),
        ("Công chức Văn phòng - Thống kê", "VP-TK"), ("Công chức Tư pháp - Hộ tịch", "TP-HT"),
        ("Công chức Văn hóa - Xã hội", "VH-XH"), ("Công chức Tài chính - Kế toán", "TC-KT"),
    ]

    /// A position as lists shorten it: `PCT UBND`, `VP-TK`; in full where there is no short form.
    static func position(_ full: String) -> String {
        for (long, short) in positions where full.hasPrefix(long) { return short + full.dropFirst(long.count) }
        return full
    }

    static func category(_ code: String) -> String {
        switch code {
        case "cadre": "Cán bộ"
        case "civil_servant": "Công chức"
        case "public_employee": "Viên chức"
        case "contract": "Hợp đồng 111"
        default: code
        }
    }

    static func qualification(_ code: String, isShort: Bool) -> String {
        switch code {
        case "doctor": isShort ? "TS" : "Tiến sĩ"
        case "master": isShort ? "ThS" : "Thạc sĩ"
        case "bachelor": isShort ? "ĐH" : "Đại học"
        case "college": isShort ? "CĐ" : "Cao đẳng"
        case "intermediate": isShort ? "TC" : "Trung cấp"
        case "elementary": isShort ? "SC" : "Sơ cấp"
        default: code
        }
    }

    static func theory(_ code: String, isShort: Bool) -> String {
        switch code {
        case "advanced": isShort ? "CC" : "Cao cấp"
        case "intermediate": isShort ? "TC" : "Trung cấp"
        case "elementary": isShort ? "SC" : "Sơ cấp"
        default: code
        }
    }

    /// A rank's code in a list's writing.
    static func rankCode(_ code: String, _ style: RankStyle) -> String {
        switch style {
        case .code: code
        case .noDots where code.hasPrefix("V."): "V" + code.dropFirst(2)
        case .noDots: code.split(separator: ".").joined()
        case .noZero: code.hasPrefix("0") ? String(code.dropFirst()) : code
        }
    }

    /// The title of a rank that lists name by it.
    static func rankTitle(_ code: String) -> String? {
        switch code {
        case "01.002": "Chuyên viên chính"
        case "01.003": "Chuyên viên"
        case "01.004": "Cán sự"
        case "01.005": "Nhân viên"
        case "06.031": "Kế toán viên"
        default: nil
        }
    }

    /// A people's name in one of its spellings.
    static func ethnicity(_ name: String, _ chance: inout Chance) -> String {
        guard name == "Mông", chance.percent(15) else { return name }
        return chance.pick(["H'Mông", "HMông", "Hmông"])
    }
}
