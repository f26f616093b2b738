// The short way to the words of a line of Vietnamese: one pass over its bytes, with what the long way would give.

/// The words of a text in small letters, tone marks in the old placement, and the ``asciiKey(_:)`` of each; nil where
/// the text holds anything but letters of Vietnamese and Latin-1 and printable ASCII.
///
/// All that is no letter and no digit parts words.
public func loweredWords(of text: String) -> (words: [String], keys: [String])? {
    var text = text
    return text.withUTF8 { bytes in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * bytes.count + 1) { memory in
            var splitter = WordSplitter(
                word: UnsafeMutableBufferPointer(rebasing: memory[..<(2 * bytes.count)]),
                key: UnsafeMutableBufferPointer(rebasing: memory[(2 * bytes.count)...]))
            return splitter.read(bytes) ? (splitter.words, splitter.keys) : nil
        }
    }
}

private struct WordSplitter {
    private(set) var words: [String] = []
    private(set) var keys: [String] = []
    private var word: ScalarWriter
    private var key: ScalarWriter
    /// The letters since the last digit, whose tone has its place yet to find.
    private var letters: [Letter] = []

    /// `word` needs twice the room of the text, `key` its own.
    init(word: UnsafeMutableBufferPointer<UInt8>, key: UnsafeMutableBufferPointer<UInt8>) {
        self.word = ScalarWriter(word)
        self.key = ScalarWriter(key)
        words.reserveCapacity(8)
        keys.reserveCapacity(8)
        letters.reserveCapacity(12)
    }

    /// False where the text takes the long way.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var reader = ScalarReader(bytes)
        var previous: UInt32 = 0
        while let scalar = reader.next() {
            let letter = Letter(scalar)
            if letter.isLetter {
                // `_x000D_` is how Excel writes a carriage return.
                if scalar == 0x78, previous == 0x5F { return false }
                letters.append(letter.lower)
            } else if scalar &- 0x30 < 10 {
                endLetters()
                word.append(byte: UInt8(truncatingIfNeeded: scalar))
                key.append(byte: UInt8(truncatingIfNeeded: scalar))
            } else {
                guard scalar &- 0x20 < 0x5F else { return false }
                endWord()
            }
            previous = scalar
        }
        endWord()
        return true
    }

    private mutating func endLetters() {
        if letters.isEmpty { return }
        _ = placeTone(in: &letters)
        for letter in letters {
            word.append(letter.scalar)
            key.append(byte: letter.base)
        }
        letters.removeAll(keepingCapacity: true)
    }

    private mutating func endWord() {
        endLetters()
        if word.count == 0 { return }
        words.append(String(decoding: word.written, as: UTF8.self))
        keys.append(String(decoding: key.written, as: UTF8.self))
        word.truncate(to: 0)
        key.truncate(to: 0)
    }
}
