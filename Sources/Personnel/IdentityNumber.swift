// The two identity numbers of Vietnam: the citizen identity number (CCCD, 12 digits) and the older CMND (9 digits).

/// A citizen identity number of 12 digits (CCCD, also "số định danh cá nhân"), as a number.
///
/// Digits 1-3: the province where the birth was registered; 4: gender and century; 5-6: year of birth in the century;
/// 7-12: a random number. There is no check digit. Source: Decree 137/2015/NĐ-CP, article 13, and Circular
/// 59/2021/TT-BCA, article 4. That the number is plausible is for the normaliser to check; this type holds any 12 digits.
public struct CitizenID: Hashable, Sendable, Comparable {
    public let number: UInt64

    /// Nil when the number has more than 12 digits or is zero.
    @inlinable public init?(number: UInt64) {
        guard (1..<1_000_000_000_000).contains(number) else { return nil }
        self.number = number
    }

    /// The first three digits, 1 for `001` (Hà Nội), 11 for `011` (Điện Biên).
    public var provinceCode: Int { Int(number / 1_000_000_000) }
    /// The fourth digit: even for men, odd for women; 0-1 born 1900-1999, 2-3 born 2000-2099, and so on.
    public var centuryAndGender: Int { Int(number / 100_000_000 % 10) }
    public var gender: Gender { centuryAndGender.isMultiple(of: 2) ? .male : .female }
    public var birthYear: Int { 1900 + centuryAndGender / 2 * 100 + Int(number / 1_000_000 % 100) }

    public static func < (left: CitizenID, right: CitizenID) -> Bool { left.number < right.number }
}

extension CitizenID: CustomStringConvertible {
    /// The 12 digits. Personal data: for the database and reports, never for logs or error text.
    public var description: String { zeroPadded(number, width: 12) }
}

/// An identity card number of 9 digits (CMND), as a number.
public struct OldCitizenID: Hashable, Sendable, Comparable {
    public let number: UInt32

    /// Nil when the number has more than 9 digits or is zero.
    @inlinable public init?(number: UInt32) {
        guard (1..<1_000_000_000).contains(number) else { return nil }
        self.number = number
    }

    public static func < (left: OldCitizenID, right: OldCitizenID) -> Bool { left.number < right.number }
}

extension OldCitizenID: CustomStringConvertible {
    /// The 9 digits. Personal data: for the database and reports, never for logs or error text.
    public var description: String { zeroPadded(UInt64(number), width: 9) }
}

private func zeroPadded(_ number: UInt64, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
