// Writes the words of a name in the convention's case and tone placement.

struct NameWriter {
    private(set) var output: [UInt8] = []
    private(set) var hasTwoTones = false
    private(set) var hasDecodedKeystrokes = false
    private var piece: [Letter] = []

    init(capacity: Int) {
        output.reserveCapacity(capacity + 8)
        piece.reserveCapacity(12)
    }

    mutating func write(_ text: NameText) {
        let decoded = decodedWords(of: text)
        for (index, word) in text.words.enumerated() {
            if index > 0 { output.append(0x20) }
            if !decoded.isEmpty, !decoded[index].isEmpty {
                piece = decoded[index]
                writePiece(capital: true)
            } else {
                write(text.scalars, word.range)
            }
        }
        guard let suffix = text.suffix else { return }
        output.append(contentsOf: (text.suffixIsBracketed ? " (\(suffix))" : " \(suffix)").utf8)
    }

    /// A capital at the beginning, after a hyphen, and after the apostrophe of `K'`, `H'`; the rest lower.
    private mutating func write(_ scalars: [UInt32], _ range: Range<Int>) {
        var capital = true
        for index in range {
            let scalar = scalars[index]
            let letter = Letter(scalar)
            if letter.isLetter {
                piece.append(letter)
                continue
            }
            let length = piece.count
            writePiece(capital: capital)
            if isApostrophe(scalar), scalar != 0xB4 || length == 1 {
                capital = capital && length == 1
                output.append(UInt8(ascii: "'"))
            } else {
                capital = scalar == 0x2D
                output.append(scalar: scalar)
            }
        }
        writePiece(capital: capital)
    }

    private mutating func writePiece(capital: Bool) {
        guard !piece.isEmpty else { return }
        if placeTone(in: &piece) == .conflict { hasTwoTones = true }
        output.append(scalar: (capital ? piece[0].upper : piece[0].lower).scalar)
        for letter in piece.dropFirst() { output.append(scalar: letter.lower.scalar) }
        piece.removeAll(keepingCapacity: true)
    }

    /// Words typed in Telex or VNI, decoded; empty where a word stays, and wholly empty where all do.
    ///
    /// One word with a certain sign shows that the input method was off; then the others are decoded too where they
    /// make no syllable as typed.
    private mutating func decodedWords(of text: NameText) -> [[Letter]] {
        let isTyped = text.words.contains { word in
            Keystrokes.mayBeTyped(text.scalars, word.range)
                && Self.decode(text.scalars[word.range], needsSign: true) != nil
        }
        guard isTyped else { return [] }
        hasDecodedKeystrokes = true
        return text.words.map { Self.decode(text.scalars[$0.range], needsSign: false) ?? [] }
    }

    private static func decode(_ word: ArraySlice<UInt32>, needsSign: Bool) -> [Letter]? {
        let scalars = Array(word)
        guard !needsSign || Keystrokes.hasCertainSign(scalars) else { return nil }
        let letters = scalars.map { Letter($0) }
        if letters.allSatisfy(\.isLetter), let typed = Syllable(letters), typed.isLegal { return nil }
        return Keystrokes.decode(scalars)
    }
}
