// Telex and VNI keystrokes that an input method left undecoded: `Nguyeenx`, `Nguye6n4`.

enum Keystrokes {
    /// A quick look at the word: plain ASCII letters with `w`, a digit or a doubled letter.
    @inline(__always) static func mayBeTyped(_ scalars: [UInt32], _ range: Range<Int>) -> Bool {
        var previous: UInt32 = 0
        for index in range {
            let folded = scalars[index] | 0x20
            if folded == 0x77 || folded == previous || scalars[index] &- 0x30 < 10 { return true }
            previous = folded
        }
        return false
    }

    /// A sign that nobody would write in a name: `dd`, `w`, a doubled vowel, a digit inside the word.
    static func hasCertainSign(_ word: [UInt32]) -> Bool {
        for (index, scalar) in word.enumerated() {
            let folded = scalar | 0x20
            if folded == 0x77 { return true }
            if index > 0, word[index - 1] | 0x20 == folded {
                switch Unicode.Scalar(folded) {
                case "d", "a", "e", "o": return true
                default: break
                }
            }
            if scalar &- 0x30 < 10, index > 0, index + 1 < word.count { return true }
        }
        return false
    }

    /// The syllable that the keys write, its tone in the old placement; `nil` where they write no legal syllable or
    /// hold anything but plain letters and digits.
    static func decode(_ word: [UInt32]) -> [Letter]? {
        guard word.count > 1, word.count <= 12 else { return nil }
        var letters: [Letter] = []
        var tone = Tone.level
        for scalar in word {
            let key = Letter(scalar)
            if key.isLetter {
                guard key.isPlain else { return nil }
                if telex(key, &letters, &tone) { continue }
                letters.append(key)
            } else if scalar &- 0x30 < 10 {
                guard vni(Int(scalar - 0x30), &letters, &tone) else { return nil }
            } else {
                return nil
            }
        }
        for index in letters.indices { letters[index] = letters[index].with(.level) }
        guard var syllable = Syllable(letters) else { return nil }
        syllable.tone = tone
        guard let place = tonePosition(of: syllable, in: letters) else { return nil }
        letters[place] = letters[place].with(tone)
        return letters
    }

    /// Takes a Telex key that changes what stands before it; `false` for a key that is a letter.
    private static func telex(_ key: Letter, _ letters: inout [Letter], _ tone: inout Tone) -> Bool {
        let hasVowel = letters.contains(where: \.isVowel)
        switch Unicode.Scalar(key.base) {
        case "s" where hasVowel: tone = .acute
        case "f" where hasVowel: tone = .grave
        case "r" where hasVowel: tone = .hook
        case "x" where hasVowel: tone = .tilde
        case "j" where hasVowel: tone = .dot
        case "z" where hasVowel: tone = .level
        case "w":
            if !hasVowel {
                letters.append(Letter(base: UInt8(ascii: "u"), shape: .horn, upper: key.isUpper))
            } else {
                return horn(&letters) || breve(&letters)
            }
        case "d":
            guard let first = letters.first, first.spelling == key.spelling, letters.count == 1 else { return false }
            letters[0] = first.with(.stroke)
        case "a", "e", "o":
            guard let last = letters.last, last.spelling == key.spelling else { return false }
            letters[letters.count - 1] = last.with(.circumflex)
        default: return false
        }
        return true
    }

    /// Takes a VNI digit; `false` where it changes nothing.
    private static func vni(_ digit: Int, _ letters: inout [Letter], _ tone: inout Tone) -> Bool {
        switch digit {
        case 0: tone = .level
        case 1: tone = .acute
        case 2: tone = .grave
        case 3: tone = .hook
        case 4: tone = .tilde
        case 5: tone = .dot
        case 6:
            guard let index = letters.lastIndex(where: { $0.isVowel && Letter(bits: $0.bits | 0x20).scalar != 0 })
            else {
                return false
            }
            letters[index] = letters[index].with(.circumflex)
        case 7: return horn(&letters)
        case 8: return breve(&letters)
        default:
            guard let first = letters.first, first.base == UInt8(ascii: "d") else { return false }
            letters[0] = first.with(.stroke)
        }
        return true
    }

    /// Puts the horn on `u`, `o` or both of `uo`; of `ua` on the `u`.
    private static func horn(_ letters: inout [Letter]) -> Bool {
        guard let last = letters.lastIndex(where: \.isVowel) else { return false }
        let (u, o, a, q) = (UInt8(ascii: "u"), UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "q"))
        let hasU = last > 0 && letters[last - 1].base == u && !(last > 1 && letters[last - 2].base == q)
        switch letters[last].base {
        case o:
            letters[last] = letters[last].with(.horn)
            if hasU { letters[last - 1] = letters[last - 1].with(.horn) }
        case u: letters[last] = letters[last].with(.horn)
        case a where hasU, UInt8(ascii: "i") where hasU: letters[last - 1] = letters[last - 1].with(.horn)
        default:
            guard last > 0, letters[last - 1].base == o || letters[last - 1].base == u, letters[last].base != a else {
                return false
            }
            letters[last - 1] = letters[last - 1].with(.horn)
            if last > 1, letters[last - 1].base == o, letters[last - 2].base == u {
                letters[last - 2] = letters[last - 2].with(.horn)
            }
        }
        return true
    }

    private static func breve(_ letters: inout [Letter]) -> Bool {
        guard let last = letters.lastIndex(where: { $0.base == UInt8(ascii: "a") }) else { return false }
        letters[last] = letters[last].with(.breve)
        return true
    }
}
