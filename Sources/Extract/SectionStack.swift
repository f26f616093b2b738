// The sections that stand over a row: opened by headings in the list, nested by their marks and by what they name.

import Personnel
import Vietnamese

/// A section that is open, with what was counted in it.
struct OpenSection {
    var section: Section
    var mark: MarkKind
    var ordinal: Int
    var rank: SectionRank
    /// Person and rejected rows in it, and how many there were when a total of it was last stated; -1 before.
    var counted = 0
    var countedAtTotal = -1
    /// Whether a total was stated of a section in it.
    var hasSummedParts = false
}

/// The open sections of a table, outermost first.
struct SectionStack {
    private(set) var open: [OpenSection] = []
    /// The kinds of marks in the order in which they first nested on this sheet.
    private var order: [MarkKind] = []
    /// Whether no person has come since the last section opened.
    private var isFresh = false

    var sections: [Section] { open.map(\.section) }

    mutating func removeAll() {
        open.removeAll()
        order.removeAll()
        isFresh = false
    }

    mutating func countRow() {
        for index in open.indices { open[index].counted += 1 }
        isFresh = false
    }

    mutating func stateTotal(of index: Int) {
        open[index].countedAtTotal = open[index].counted
        if index > 0 { open[index - 1].hasSummedParts = true }
    }

    /// Opens a section, closing those that it replaces.
    mutating func enter(_ mark: ListMark?, text: String, rank: SectionRank) {
        let text = cleanText(text)
        if let mark {
            let reading = reading(of: mark)
            leaveForMark(reading)
            push(Section(marker: mark.text, text: text), reading.kind, reading.ordinal, rank)
        } else {
            leaveForWords(rank)
            push(Section(text: text), .none, 0, rank)
        }
    }

    private mutating func push(_ section: Section, _ kind: MarkKind, _ ordinal: Int, _ rank: SectionRank) {
        open.append(OpenSection(section: section, mark: kind, ordinal: ordinal, rank: rank))
        if kind != .none, !order.contains(kind) { order.append(kind) }
        isFresh = true
    }

    /// Whether a mark goes on from an open section, or is the first of its kind.
    func continues(_ mark: ListMark) -> Bool {
        mark.readings.contains { reading in
            let isNext: (OpenSection) -> Bool = {
                $0.mark == reading.kind && (1...2).contains(reading.ordinal - $0.ordinal)
            }
            return reading.ordinal == 1 || open.contains(where: isNext)
        }
    }

    /// Which reading of an ambiguous mark goes on from the open sections: `I` after `H` is a letter, `I` below `A` a Roman
    /// one.
    private func reading(of mark: ListMark) -> ListMark.Reading {
        guard mark.readings.count > 1 else { return mark.readings[0] }
        let follows = mark.readings.filter { reading in
            open.contains { $0.mark == reading.kind && (1...2).contains(reading.ordinal - $0.ordinal) }
        }
        let exact = follows.filter { reading in
            open.contains { $0.mark == reading.kind && reading.ordinal == $0.ordinal + 1 }
        }
        // A letter that was just opened may well have a Roman one as its first part.
        if isFresh, open.last?.mark == .letter,
            let roman = mark.readings.first(where: { $0.kind == .roman && $0.ordinal == 1 })
        {
            return roman
        }
        if let next = exact.last ?? follows.last { return next }
        if let first = mark.readings.first(where: { $0.ordinal == 1 }) { return first }
        return mark.readings.first { reading in open.contains { $0.mark == reading.kind } } ?? mark.readings[0]
    }

    /// A mark replaces the open section of its kind; one of a new kind nests by the order that this sheet has shown, then
    /// by custom. Right below another heading without a person between, a new kind is always deeper.
    private mutating func leaveForMark(_ reading: ListMark.Reading) {
        if let index = open.lastIndex(where: { $0.mark == reading.kind }) {
            open.removeSubrange(index...)
            return
        }
        if let place = order.firstIndex(of: reading.kind) {
            while let last = open.last, last.mark != .none, let other = order.firstIndex(of: last.mark), other > place {
                open.removeLast()
            }
            if let last = open.last, last.mark == .none, open.dropLast().contains(where: { $0.mark > reading.kind }) {
                open.removeAll { $0.mark > reading.kind }
            }
            return
        }
        if isFresh { return }
        while let last = open.last, last.mark > reading.kind, last.mark != .none { open.removeLast() }
    }

    /// Words without a mark replace the open section that names the same kind of thing; what names something higher closes
    /// what is lower.
    private mutating func leaveForWords(_ rank: SectionRank) {
        if let index = open.lastIndex(where: { $0.mark == .none && $0.rank == rank }) {
            open.removeSubrange(index...)
            return
        }
        // Right below a heading with a mark its parts may be of its own kind: `II. KHỐI XÃ`, `XÃ SA LÔNG`.
        let isPart = isFresh && open.last?.mark != MarkKind.none
        if !isPart, let index = open.firstIndex(where: { $0.rank == rank && rank != .other }) {
            open.removeSubrange(index...)
            return
        }
        if isFresh { return }
        switch rank {
        case .level: open.removeAll()
        case .place: open.removeAll { $0.rank != .level }
        case .organisation:
            while let last = open.last, last.rank > .organisation, last.rank != .category || open.count > 1 {
                open.removeLast()
            }
        case .division, .category, .other:
            while let last = open.last, last.mark == .none, last.rank > rank { open.removeLast() }
        }
    }
}
