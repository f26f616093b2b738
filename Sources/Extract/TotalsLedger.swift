// Stated totals against what was counted: which rows a total is of is settled when its sheet has been read.

import Personnel

/// Keeps count of a sheet's people and of the totals that it states.
struct TotalsLedger {
    private struct Entry {
        var place: RowReference
        var expected: Int
        var isGrand: Bool
        /// What was counted in the section that the total most likely closes; nil where no section was open.
        var section: (name: String, counted: Int)?
        var sheet: Int
        var table: Int
        /// Since the last total of any kind.
        var block: Int
    }

    private var entries: [Entry] = []
    private var sheet = 0
    private var table = 0
    private var tables = 0
    private var block = 0

    mutating func beginTable() {
        tables += 1
        table = 0
        block = 0
    }

    /// Counts a person or rejected row.
    mutating func countRow() {
        sheet += 1
        table += 1
        block += 1
    }

    /// Takes down a total: `mark` is the section's mark where the total names it (`Cộng mục I`).
    mutating func state(
        _ expected: Int, at place: RowReference, isGrand: Bool, mark: String, sections: inout SectionStack
    ) {
        let open = sections.open
        let named = open.lastIndex { !mark.isEmpty && $0.section.marker == mark }
        // Of the open sections whose people no total has summed up yet, the one that the sum comes nearest to; the
        // innermost of several.
        let waiting = open.indices.reversed().filter { open[$0].countedAtTotal != open[$0].counted }
        let nearest = waiting.min { abs(open[$0].counted - expected) < abs(open[$1].counted - expected) }
        let section = (named ?? (isGrand ? nil : usual(waiting.first, expected, open)) ?? nearest)
            .map { (index: $0, counted: open[$0].counted) }
        if let section, !isGrand || section.counted == expected {
            for index in section.index..<open.count { sections.stateTotal(of: index) }
        }
        entries.append(
            Entry(
                place: place, expected: expected, isGrand: isGrand,
                section: section.map { (open[$0.index].section.text, $0.counted) }, sheet: sheet, table: table,
                block: block))
        block = 0
    }

    /// The innermost section where the parts beside it had totals of their own and the sum is about its count: a sum that is
    /// wrong may be right for another section by chance.
    private func usual(_ innermost: Int?, _ expected: Int, _ open: [OpenSection]) -> Int? {
        guard let innermost, innermost > 0, open[innermost - 1].hasSummedParts else { return nil }
        let counted = open[innermost].counted
        return abs(counted - expected) <= max(1, counted / 10) ? innermost : nil
    }

    /// The totals with their scopes. `title` names the sheet's own total.
    func close(title: String) -> [StatedTotal] {
        var hasPartialGrand = false
        let lastGrand = entries.lastIndex { $0.isGrand && $0.sheet == sheet }
        return entries.enumerated().map { index, entry in
            let isLastWord = entry.sheet == sheet
            let isPart = !entry.isGrand && index < lastGrand ?? -1
            let fitsSheet = isLastWord && entry.expected == sheet && !isPart
            if entry.isGrand, !isLastWord { hasPartialGrand = true }
            // Where grand totals close sections, or another follows, one that comes nearer to its section's count closes it.
            if let section = entry.section, isLastWord, !fitsSheet, entry.isGrand,
                hasPartialGrand || index != lastGrand,
                abs(section.counted - entry.expected) <= abs(sheet - entry.expected)
            {
                return make(entry, .section, section.name, section.counted)
            }
            // A grand total may close a section: people follow it, or others before it did and its section fits.
            let closesSection =
                !entry.isGrand || !isLastWord || hasPartialGrand && entry.section?.counted == entry.expected
            if fitsSheet || (entry.isGrand && !closesSection) {
                return make(entry, .sheet, title, wholeCount(entry))
            }
            if let section = entry.section { return make(entry, .section, section.name, section.counted) }
            if entry.isGrand { return make(entry, .section, "", tables > 1 ? entry.table : entry.block) }
            let isOnly = entries[..<index].allSatisfy { $0.section != nil }
            return isLastWord && isOnly
                ? make(entry, .sheet, title, wholeCount(entry)) : make(entry, .section, "", entry.block)
        }
    }

    /// What a total at the end of a table counts: the sheet, or with several tables on it the table alone.
    private func wholeCount(_ entry: Entry) -> Int {
        tables > 1 && entry.expected != entry.sheet ? entry.table : entry.sheet
    }

    private func make(_ entry: Entry, _ scope: StatedTotal.Scope, _ name: String, _ counted: Int) -> StatedTotal {
        StatedTotal(place: entry.place, scope: scope, name: name, expected: entry.expected, counted: counted)
    }
}
