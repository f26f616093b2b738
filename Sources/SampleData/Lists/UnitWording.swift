// How lists name units: in full, by the bare place, shortened, by the body within, in capitals.

/// How a list names units.
enum UnitStyle: Sendable, CaseIterable {
    /// `UBND xã Na Sang`, `Trường Mầm non Hoa Ban`.
    case usual
    /// `Xã Na Sang`.
    case bare
    /// `UBND X. Na Sang`, `Trường MN Hoa Ban`, `TT DVNN`.
    case short
    /// `Ủy ban nhân dân xã Na Sang`.
    case long
    /// `Đảng ủy xã Na Sang` for the Party's cadres, `UBND xã Na Sang` for the others.
    case byBody
    /// `UBND XÃ NA SANG`.
    case upper
}

enum UnitWording {
    private static let shortForms = [
        ("Trường PTDTBT Tiểu học", "Trường PTDTBT TH"), ("Trường Mầm non", "Trường MN"),
        ("Trường Tiểu học", "Trường TH"),
        ("Trung tâm Dịch vụ nông nghiệp", "TT DVNN"),
        ("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", "TT GDNN-GDTX"),
        ("Trung tâm Văn hóa - Truyền thanh - Truyền hình", "TT Văn hóa - TTTH"),
        ("Ban Quản lý dự án", "Ban QLDA"), ("Văn phòng HĐND và UBND", "VP HĐND&UBND"),
        ("Phòng Tài chính - Kế hoạch", "Phòng TC-KH"), ("Phòng Giáo dục và Đào tạo", "Phòng GD&ĐT"),
        ("Phòng Nông nghiệp và Môi trường", "Phòng NN&MT"),
    ]

    /// The name of a body in a list's style.
    ///
    /// - Parameters:
    ///   - name: the body's name, with its district or without.
    ///   - commune: the commune, where the body is one.
    static func text(_ name: String, commune: OldCommune?, position: String, style: UnitStyle) -> String {
        guard let commune else {
            switch style {
            case .short: return shortened(name)
            case .upper: return name.uppercased()
            default: return name
            }
        }
        switch style {
        case .usual: return name
        case .bare: return commune.fullName
        case .short: return "UBND " + kindLetter(commune) + " " + commune.name
        case .long: return "Ủy ban nhân dân " + commune.lowerName
        case .byBody:
            let body = position.hasSuffix("Đảng ủy") ? "Đảng ủy" : position.hasSuffix("HĐND") ? "HĐND" : "UBND"
            return body + " " + commune.lowerName
        case .upper: return name.uppercased()
        }
    }

    private static func kindLetter(_ commune: OldCommune) -> String {
        switch commune.kindWord {
        case "Phường": "P."
        case "Thị trấn": "TT"
        default: "X."
        }
    }

    private static func shortened(_ name: String) -> String {
        for (long, short) in shortForms where name.hasPrefix(long) { return short + name.dropFirst(long.count) }
        return name
    }
}
