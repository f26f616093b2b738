// A person's name as the register writes it: one spelling of what lists write in many.

/// A person's name, cleaned, cased and spelt by one convention.
///
/// `  NGUYỄN THỊ HOÀ ` is `Nguyễn Thị Hòa`; titles, list numbers and notes around the name are gone, the `(A)` or digit
/// that tells namesakes apart stays. `nil` where no name can be read: nothing but digits or signs, a spreadsheet's error,
/// words of a heading or a unit.
public struct PersonName: Sendable, Hashable {
    /// What had to be done to the name as written, beyond blanks.
    public struct Flags: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// The text differs from what was written, be it in case or blanks only.
        public static let changed = Flags(rawValue: 1)
        /// A word bears two different tones and was left so.
        public static let twoTones = Flags(rawValue: 2)
        /// Letters are lost for good (`B?n`).
        public static let lossy = Flags(rawValue: 4)
        /// Telex or VNI keystrokes were decoded.
        public static let keystrokesDecoded = Flags(rawValue: 8)
        /// A title, list number or note was taken off.
        public static let titleRemoved = Flags(rawValue: 16)
    }

    /// The name with its namesake suffix, in NFC: `Lò Văn Pâng (A)`.
    public let text: String
    /// The ``asciiKey(_:)`` of ``text``.
    public let key: String
    /// The ``iyKey(_:)`` of ``text``.
    public let iyKey: String
    /// What tells namesakes apart, `A` or `2`, or `nil`.
    public let suffix: String?
    public let flags: Flags

    /// Reads a name as a list wrote it.
    public init?(_ raw: String) {
        let clean = cleanText(raw)
        guard clean.utf8.contains(where: { $0 >= 0x41 }), !clean.hasPrefix("#") else { return nil }
        let tones = normalizeTones(clean)
        var flags: Flags = []
        if tones.hasTwoTones { flags.insert(.twoTones) }
        if hasLostLetters(clean) { flags.insert(.lossy) }
        text = tones.text
        if !text.utf8.elementsEqual(raw.utf8) { flags.insert(.changed) }
        key = Vietnamese.asciiKey(text)
        iyKey = Vietnamese.iyKey(text)
        suffix = nil
        self.flags = flags
    }
}
