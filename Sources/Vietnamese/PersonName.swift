// A person's name as the register writes it: one spelling of what lists write in many.

/// A person's name, cleaned, cased and spelt by one convention.
///
/// `  NGUYỄN THỊ HOÀ ` is `Nguyễn Thị Hòa`; titles, list numbers and notes around the name are gone, the `(A)` or digit
/// that tells namesakes apart stays. `nil` where no name can be read: nothing but digits or signs, a spreadsheet's
/// error, words of a heading, a unit or a position.
public struct PersonName: Sendable, Hashable {
    /// What had to be done to the name as written.
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
        if let plain = PersonName(plain: raw) { self = plain } else { self.init(thorough: raw) }
    }

    init(text: String, key: String, iyKey: String, suffix: String?, flags: Flags) {
        (self.text, self.key, self.iyKey, self.suffix, self.flags) = (text, key, iyKey, suffix, flags)
    }

    /// Reads a name of which ``withPlainName(_:_:)`` could make nothing.
    public init?(thorough raw: String) {
        var clean = cleanText(raw)
        // Errors of spreadsheets: #REF!, #N/A, #NAME?
        guard clean.utf8.first != UInt8(ascii: "#") else { return nil }
        var name = clean.withUTF8 { NameText($0) }
        name.takeTitles()
        name.takeRemarks()
        guard name.isPersonName else { return nil }
        var writer = NameWriter(capacity: clean.utf8.count)
        writer.write(name)
        let text = String(decoding: writer.output, as: UTF8.self)
        var flags: Flags = []
        if !raw.hasBytes(writer.output) { flags.insert(.changed) }
        if writer.hasTwoTones { flags.insert(.twoTones) }
        if writer.hasDecodedKeystrokes { flags.insert(.keystrokesDecoded) }
        if name.hasRemovedParts { flags.insert(.titleRemoved) }
        if writer.hasLostLetters { flags.insert(.lossy) }
        self.text = text
        self.flags = flags
        suffix = name.suffix ?? name.closingLetter
        key = asciiKey(text)
        iyKey = writer.hasY ? Vietnamese.iyKey(key) : key
    }
}

extension NameText {
    /// The longest name that anybody bears, in words; longer cells are sentences.
    private static let longestName = 8

    /// Takes off `Ông`, `Đ/c`, `PGS.TS.` and their like, one after the other.
    fileprivate mutating func takeTitles() {
        while words.count > 1 {
            var length = NameVocabulary.titles.match(words[...])
            if length == 0, words.count > 2 { length = NameVocabulary.addresses.match(words[...]) }
            guard length > 0, length < words.count, isWrittenAsTitle(length), !isFamilyName(length) else { return }
            dropFirst(length)
        }
    }

    /// Before a middle name and a given name alone the word is the family name: `Ông Văn Sơn`, `Cô Thị Xá`.
    private func isFamilyName(_ length: Int) -> Bool {
        words.count == length + 2 && NameVocabulary.middles.match(words.dropFirst(length)) == 1
    }

    /// `T.S` is a title, `T S` is not: single letters must be tied.
    private func isWrittenAsTitle(_ length: Int) -> Bool {
        length == 1 || words[0].range.count > 2 || words[1].range.count > 1 || words[1].isTied
    }

    /// Cuts off what follows a comma or dash when it tells of a position or unit.
    fileprivate mutating func takeRemarks() {
        guard let cut = words.indices.dropFirst(2).first(where: { words[$0].followsBreak && isOther(from: $0) }) else {
            return
        }
        keepFirst(cut)
    }

    fileprivate var isPersonName: Bool {
        guard !words.isEmpty, words.count <= Self.longestName else { return false }
        guard words.contains(where: { $0.letterCount > 1 }), hasNameMiddle || !isOther(from: 0) else { return false }
        if words.count == 1, NameVocabulary.titles.match(words[...]) > 0 { return false }
        return !words.indices.contains { NameVocabulary.neverInNames.match(words[$0...]) > 0 }
    }

    /// `Trường Văn Nam` is a person, `Trường Văn hóa` is none.
    private var hasNameMiddle: Bool {
        let rest = words.dropFirst()
        return rest.count > 1 && NameVocabulary.middles.match(rest) == 1
    }

    private func isOther(from index: Int) -> Bool {
        NameVocabulary.otherThanNames.match(words[index...]) > 0
    }

    /// A last word of one letter after a full name: `Lò Văn Pâng B`.
    fileprivate var closingLetter: String? {
        guard words.count > 3, let last = words.last, last.range.count == 1 else { return nil }
        let letter = Letter(scalars[last.range.lowerBound])
        guard letter.isPlain, letter.isLetter, letter.base <= UInt8(ascii: "e") else { return nil }
        return Unicode.Scalar(letter.upper.scalar).map { String(Character($0)) }
    }
}

extension String {
    /// Whether the text is these bytes of UTF-8.
    fileprivate func hasBytes(_ bytes: [UInt8]) -> Bool {
        guard utf8.count == bytes.count else { return false }
        return utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } ?? utf8.elementsEqual(bytes)
    }
}
