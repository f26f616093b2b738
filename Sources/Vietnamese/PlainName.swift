// The short way for the commonest name cells: nothing but letters and single blanks. It gives what the long way would.

/// A name of letters and single blanks, read in one pass into memory of the caller.
struct PlainName {
    private(set) var text: ScalarWriter
    private(set) var key: ScalarWriter
    private(set) var hasTwoTones = false
    private(set) var hasY = false
    private var word: UnsafeMutableBufferPointer<Letter>
    private var length = 0
    private var words = 0
    private var longestWord = 0

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
                guard scalar == 0x20, endWord() else { return false }
                text.append(byte: 0x20)
                key.append(byte: 0x20)
            }
        }
        // A last single letter may tell namesakes apart.
        let mayBeSuffix = length == 1 && words > 2
        return endWord() && words <= 8 && longestWord > 1 && !mayBeSuffix
    }

    private mutating func endWord() -> Bool {
        guard length > 0 else { return false }
        words &+= 1
        longestWord = max(longestWord, length)
        var number: UInt64 = 0
        var (tones, vowels) = (0, 0)
        var previous: UInt8 = 0
        for index in 0..<length {
            let letter = word[index]
            number = PhraseTable.adding(letter, to: number)
            let base = letter.base
            // Doubled letters and w may be keystrokes.
            if base == previous || base == UInt8(ascii: "w") { return false }
            previous = base
            if letter.isVowel { vowels &+= 1 }
            if letter.hasTone { tones &+= 1 }
            if base == UInt8(ascii: "y") { hasY = true }
            key.append(byte: base)
        }
        if NameVocabulary.needsLook(number, isFirst: words == 1) { return false }
        if tones > 0, vowels > 1 { placeTone() }
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

extension PersonName {
    /// Reads a name of letters and single blanks; `nil` where only the long way can tell.
    init?(plain raw: String) {
        var raw = raw
        let name: PersonName? = raw.withUTF8 { bytes in
            guard bytes.count > 1, bytes.count < 128 else { return nil }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * bytes.count) { memory in
                withUnsafeTemporaryAllocation(of: Letter.self, capacity: bytes.count) { word in
                    var name = PlainName(
                        text: UnsafeMutableBufferPointer(rebasing: memory[..<(2 * bytes.count)]),
                        key: UnsafeMutableBufferPointer(rebasing: memory[(2 * bytes.count)...]), word: word)
                    return name.read(bytes) ? PersonName(name, isChanged: !name.text.written.elementsEqual(bytes)) : nil
                }
            }
        }
        guard let name else { return nil }
        self = name
    }

    private init(_ name: PlainName, isChanged: Bool) {
        let key = String(decoding: name.key.written, as: UTF8.self)
        self.init(
            text: String(decoding: name.text.written, as: UTF8.self), key: key,
            iyKey: name.hasY ? Vietnamese.iyKey(key) : key, suffix: nil,
            flags: (isChanged ? Flags.changed : []).union(name.hasTwoTones ? .twoTones : []))
    }
}
