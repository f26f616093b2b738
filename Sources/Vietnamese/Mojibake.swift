// UTF-8 that was read as a Windows code page: `Nguyá»…n` is `Nguyễn` again.

enum Mojibake {
    /// Undoes one misreading, or gives `nil` where the text cannot be the outcome of one.
    ///
    /// Every letter beyond ASCII must belong to a sequence of UTF-8; characters that no code page has are left alone.
    /// An NBSP that became a plain space, or vanished at the end, is restored (`HÃ ` is `Hà`) where the rest of the
    /// text proves the misreading, or `isCertain` says that the column does.
    static func undo(_ text: UnsafeBufferPointer<UInt8>, isCertain: Bool) -> [UInt8]? {
        var best: (text: [UInt8], foreign: Int)?
        for misreading in Misreading.allCases {
            var pass = Pass(misreading)
            guard let result = pass.run(text, isCertain: isCertain) else { continue }
            if pass.foreign < best?.foreign ?? .max { best = (result, pass.foreign) }
        }
        return best?.text
    }

    /// One attempt with one code page.
    private struct Pass {
        let misreading: Misreading
        var output: [UInt8] = []
        var wholeSequences = 0
        var mendedSequences = 0
        /// Characters that the code page does not have.
        var foreign = 0

        init(_ misreading: Misreading) { self.misreading = misreading }

        mutating func run(_ text: UnsafeBufferPointer<UInt8>, isCertain: Bool) -> [UInt8]? {
            // Runs of characters that have a byte are decoded together; others pass.
            var run: [UInt8] = []
            run.reserveCapacity(text.count)
            output.reserveCapacity(text.count)
            var reader = ScalarReader(text)
            while let scalar = reader.next() {
                if misreading.append(scalar, to: &run) { continue }
                foreign += 1
                guard decode(run) else { return nil }
                run.removeAll(keepingCapacity: true)
                output.append(scalar: scalar)
            }
            guard decode(run), wholeSequences + mendedSequences > 0 else { return nil }
            let isProved = wholeSequences > 0 || (isCertain && foreign == 0)
            return isProved ? output : nil
        }

        private mutating func decode(_ run: [UInt8]) -> Bool {
            var index = 0
            while index < run.count {
                let byte = run[index]
                if byte < 0x80 {
                    output.append(byte)
                    index += 1
                    continue
                }
                let length = sequenceLength(byte)
                if length > 0, index + length <= run.count,
                    run[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 })
                {
                    output.append(contentsOf: run[index..<index + length])
                    wholeSequences += 1
                    index += length
                } else if length > 0, let next = mend(run, at: index, length: length) {
                    mendedSequences += 1
                    index = next
                } else if byte < 0xC0, length == 0 {
                    // Punctuation typed after the damage was done.
                    guard byte < 0xA0 || byte == 0xA0 || byte == 0xAB || byte == 0xBB else { return false }
                    let scalar = byte < 0xA0 ? UInt32(windows1252Block[Int(byte) - 0x80]) : UInt32(byte)
                    guard scalar != 0 else { return false }
                    output.append(scalar: scalar)
                    index += 1
                } else {
                    return false
                }
            }
            return true
        }

        /// Bytes of a sequence that Vietnamese needs; 0 for a byte that begins none.
        private func sequenceLength(_ byte: UInt8) -> Int {
            switch byte {
            case 0xC2...0xD9: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        }

        /// Restores a last byte 0xA0 that became a space or vanished before one; gives the index after it.
        private mutating func mend(_ run: [UInt8], at index: Int, length: Int) -> Int? {
            let last = index + length - 1
            guard length < 4, last <= run.count, last == run.count || run[last] == 0x20,
                run[index + 1..<last].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return nil }
            var letter = Array(run[index..<last])
            letter.append(0xA0)
            let isVietnamese = letter.withUnsafeBufferPointer { bytes in
                var reader = ScalarReader(bytes)
                return Letter(reader.next() ?? 0).isLetter
            }
            guard isVietnamese else { return nil }
            let wordStart = output.lastIndex { $0 < 0x80 && !Letter(UInt32($0)).isLetter }.map { $0 + 1 } ?? 0
            output.append(contentsOf: letter)
            guard last < run.count else { return last }
            // The space was the NBSP itself when what follows belongs to the word: `TÃ i`, but not `HÃ VÄƒn`.
            let head = Array(output[wordStart...])
            let tail = followingWord(run, from: last + 1)
            let joined = likelihood(head + tail)
            let apart = tail.isEmpty ? 0 : likelihood(head) + likelihood(tail)
            if !tail.isEmpty, joined >= apart { return last + 1 }
            return tail.isEmpty && last + 1 < run.count && run[last + 1] == 0x20 ? last + 1 : last
        }

        /// The word that begins at `start`, itself decoded as far as it goes.
        private func followingWord(_ run: [UInt8], from start: Int) -> [UInt8] {
            Array(run[start...].prefix { $0 >= 0x80 || Letter(UInt32($0)).isLetter })
        }

        private func likelihood(_ word: [UInt8]) -> Double {
            word.withUnsafeBufferPointer { SyllableModel().score($0).logLikelihood }
        }
    }
}
