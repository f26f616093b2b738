// Schools that are named after a commune without its level word: `Trường Mầm non Nà Tòng`, `Trường Mầm non Hồ`.

internal import Personnel

extension UnitParser {
    /// The communes of the school's district that its name alone may mean: several where a commune and its township
    /// share a name (`xã Yên Viên`, `thị trấn Yên Viên`).
    ///
    /// - Parameter rest: the canonical words of the text without its places.
    func communesNamed(
        bySchool scanned: ScannedText, _ rest: [UInt32], _ bare: BareName?, in district: Int?
    ) -> [Int] {
        guard let district else { return [] }
        let communes = bare.map { written($0, in: scanned.text) } ?? singleWord(scanned, rest)
        return communes.filter { catalogue.lies($0, in: district) }.sorted()
    }

    private func written(_ bare: BareName, in text: NameText) -> [Int] {
        guard let name = catalogue.oldNames.longest(in: text.words, bare.range), name.count == bare.range.count else {
            return []
        }
        return current(name.names, text, bare.range)
    }

    /// The communes of a name of one word, which counts only as the whole of the school's name and with its very
    /// accents; a number counts schools.
    private func singleWord(_ scanned: ScannedText, _ rest: [UInt32]) -> [Int] {
        let text = scanned.text
        guard text.hasMarks, let last = text.words.indices.last(where: { !scanned.scan.isTaken[$0] }),
            rest.last == text.keys[last], text.digits(of: text.words[last]) == nil,
            !kinds.hasProperWords(kinds.schoolName(rest).dropLast()),
            let name = catalogue.oldNames.longest(in: text.words, last..<last + 1)
        else { return [] }
        return name.names.filter { $0.isCurrent && $0.isWritten(text.words[last...last]) }.map(\.unit)
    }
}
