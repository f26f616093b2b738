// The code of a rank in any writing: `01003`, `1.003`, `V07.03.29`, `Chuyên viên (01.003)`.

/// Finds what could be a rank's code in a cell.
enum RankCode {
    /// The codes that the cell could mean, in canonical form, likeliest first; the table says which exist.
    static func candidates(in text: String) -> [String] {
        var candidates: [String] = []
        for run in runs(in: Array(text.utf8)) { candidates += codes(of: run) }
        return candidates
    }

    /// A run of digits and what parts them: groups of digits, a letter after each group (`01a`), and whether `V` leads.
    private struct Run {
        var hasV = false
        var groups: [String] = []
        /// The letter after the first group, `a` to `d`; empty where there is none.
        var letter = ""
    }

    private static func runs(in bytes: [UInt8]) -> [Run] {
        var runs: [Run] = []
        var run = Run()
        var group = ""
        var gap = 0
        func isLetter(_ index: Int) -> Bool {
            bytes.indices.contains(index) && ((bytes[index] | 0x20) &- 0x61 < 26 || bytes[index] >= 0x80)
        }
        func endGroup() {
            if !group.isEmpty { run.groups.append(group) }
            group = ""
        }
        func endRun() {
            endGroup()
            if !run.groups.isEmpty { runs.append(run) }
            run = Run()
        }
        for index in bytes.indices {
            let byte = bytes[index]
            if let digit = digit(byte, besideLetters: isLetter(index - 1) && !run.hasV || isLetter(index + 1)) {
                group.append(digit)
                gap = 0
            } else if byte | 0x20 == UInt8(ascii: "v"), !isLetter(index - 1),
                !isLetter(index + 1) || bytes[index + 1] | 0x20 == UInt8(ascii: "o")
            {
                endRun()
                run.hasV = true
            } else if (byte | 0x20) &- 0x61 < 4, !group.isEmpty, run.groups.isEmpty, run.letter.isEmpty,
                !isLetter(index + 1)
            {
                run.letter = String(UnicodeScalar(byte | 0x20))
                endGroup()
            } else if gap < 3, isSeparator(byte) || (run.hasV && byte == UInt8(ascii: "/")) {
                endGroup()
                gap += 1
            } else {
                endRun()
            }
        }
        endRun()
        return runs
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: " ")].contains(byte)
    }

    /// A digit, or the `O` and `l` that stand for 0 and 1 where no word surrounds them.
    private static func digit(_ byte: UInt8, besideLetters: Bool) -> Character? {
        switch byte {
        case 0x30...0x39: Character(UnicodeScalar(byte))
        case UInt8(ascii: "O"), UInt8(ascii: "o"): besideLetters ? nil : "0"
        case UInt8(ascii: "l"): besideLetters ? nil : "1"
        default: nil
        }
    }

    private static func codes(of run: Run) -> [String] {
        let groups = run.groups
        switch (run.hasV, groups.count) {
        case (_, 3) where groups.allSatisfy({ $0.count <= 2 }):
            return ["V." + groups.map { padded($0, to: 2) }.joined(separator: ".")]
        case (true, 1) where groups[0].count == 5 || groups[0].count == 6: return [professional(groups[0])]
        case (true, 2): return groups.joined().count == 6 ? [professional(groups.joined())] : []
        case (false, 2) where groups[0].count <= 2 && groups[1].count <= 3:
            // Excel takes the last zeros of `06.030` as it takes the first one.
            return [
                padded(groups[0], to: 2) + run.letter + "." + groups[1]
                    + String(repeating: "0", count: 3 - groups[1].count)
            ]
        case (false, 1) where (4...6).contains(groups[0].count) && run.letter.isEmpty:
            if groups[0].count == 6 { return [professional(groups[0])] }
            let digits = padded(groups[0], to: 5)
            return ["\(digits.prefix(2)).\(digits.suffix(3))"]
        default: return []
        }
    }

    private static func professional(_ digits: String) -> String {
        let digits = padded(digits, to: 6)
        return "V.\(digits.prefix(2)).\(digits.dropFirst(2).prefix(2)).\(digits.suffix(2))"
    }

    private static func padded(_ digits: String, to width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
