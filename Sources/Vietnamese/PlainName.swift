// The short way for the commonest name cells: nothing but letters and blanks. It gives what the long way would.

/// A name of letters and blanks, read in one pass into memory of the caller.
struct PlainName {
    private(set) var text: ScalarWriter
    private(set) var key: ScalarWriter
    private(set) var hasTwoTones = false
    private(set) var hasY = false
    private var word: UnsafeMutableBufferPointer<Letter>
    private var length = 0
    private var words = 0
    private var longestWord = 0
    private var lastWord = 0

    /// `text` needs twice the room of the name, `key` and `word` its own.
    init(
        text: UnsafeMutableBufferPointer<UInt8>, key: UnsafeMutableBufferPointer<UInt8>,
        word: UnsafeMutableBufferPointer<Letter>
    ) {
        self.text = ScalarWriter(text)
        self.key = ScalarWriter(key)
        self.word = word
    }

    /// Reads the name; `false` where it has anything that needs the long way.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var reader = ScalarReader(bytes)
        while let scalar = reader.next() {
            let letter = Letter(scalar)
            if letter.isLetter {
                word[length] = letter
                length &+= 1
            } else {
                // Space, tab, NBSP.
                guard scalar == 0x20 || scalar == 9 || scalar == 0xA0, length == 0 || endWord() else { return false }
            }
        }
        guard length == 0 || endWord() else { return false }
        // A last single letter may tell namesakes apart.
        let mayBeSuffix = lastWord == 1 && words > 3
        return words <= 8 && longestWord > 1 && !mayBeSuffix
    }

    private mutating func endWord() -> Bool {
        if words > 0 {
            text.append(byte: 0x20)
            key.append(byte: 0x20)
        }
        words &+= 1
        longestWord = max(longestWord, length)
        lastWord = length
        var number: UInt64 = 0
        var (tones, vowels) = (0, 0)
        var (toned, shaped) = (-1, -1)
        var previous: UInt8 = 0
        for index in 0..<length {
            let letter = word[index]
            number = PhraseTable.adding(letter, to: number)
            let base = letter.base
            // What may be keystrokes: see `Keystrokes.hasCertainSign`.
            if base == previous && "adeo".utf8.contains(base) || base == UInt8(ascii: "w") { return false }
            previous = base
            if letter.isVowel { vowels &+= 1 }
            if letter.hasTone {
                tones &+= 1
                toned = index
            }
            if letter.hasShape { shaped = index }
            if base == UInt8(ascii: "y") { hasY = true }
            key.append(byte: base)
        }
        if NameVocabulary.needsLook(number, isFirst: words == 1) { return false }
        // A tone on the last of the letters that have a shape (`Nguyễn`, `Trường`) stands right.
        if tones > 0, vowels > 1, tones > 1 || toned != shaped { placeTone() }
        text.append(word[0].upper.scalar)
        for index in 1..<max(1, length) { text.append(word[index].lower.scalar) }
        length = 0
        return true
    }

    private mutating func placeTone() {
        var letters = Array(word[..<length])
        switch Vietnamese.placeTone(in: &letters) {
        case .unchanged: break
        case .conflict: hasTwoTones = true
        case .moved: for (index, letter) in letters.enumerated() { word[index] = letter }
        }
    }
}

/// A name of letters and blanks as the register writes it, in UTF-8 that lives for a call only.
public struct PlainNameText {
    /// What ``PersonName/text`` would be.
    public let text: UnsafeBufferPointer<UInt8>
    /// What ``PersonName/key`` would be.
    public let key: UnsafeBufferPointer<UInt8>
    /// Whether the text differs from what was written.
    public let isChanged: Bool
    /// Whether a word bears two different tones.
    public let hasTwoTones: Bool
    let hasY: Bool
}

/// Hands over a name that is nothing but letters and blanks, as nearly all are, without making a `String` of it.
///
/// `take` isn't called where only ``PersonName`` can tell what the text is.
public func withPlainName(_ raw: UnsafeBufferPointer<UInt8>, _ take: (PlainNameText) -> Void) {
    guard raw.count > 1, raw.count < 128 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * raw.count) { memory in
        withUnsafeTemporaryAllocation(of: Letter.self, capacity: raw.count) { word in
            var name = PlainName(
                text: UnsafeMutableBufferPointer(rebasing: memory[..<(2 * raw.count)]),
                key: UnsafeMutableBufferPointer(rebasing: memory[(2 * raw.count)...]), word: word)
            guard name.read(raw) else { return }
            take(
                PlainNameText(
                    text: name.text.written, key: name.key.written, isChanged: !name.text.written.elementsEqual(raw),
                    hasTwoTones: name.hasTwoTones, hasY: name.hasY))
        }
    }
}

extension PersonName {
    /// Reads a name of letters and blanks; `nil` where only the long way can tell.
    init?(plain raw: String) {
        var raw = raw
        var name: PersonName?
        raw.withUTF8 { withPlainName($0) { name = PersonName($0) } }
        guard let name else { return nil }
        self = name
    }

    private init(_ name: PlainNameText) {
        let key = String(decoding: name.key, as: UTF8.self)
        self.init(
            text: String(decoding: name.text, as: UTF8.self), key: key,
            iyKey: name.hasY ? Vietnamese.iyKey(key) : key, suffix: nil,
            flags: (name.isChanged ? Flags.changed : []).union(name.hasTwoTones ? .twoTones : []))
    }
}
