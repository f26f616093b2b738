// Rows of lists of assets become records: amounts to the đồng, kinds, givers and receivers as written.

public import Personnel

/// Normalises lists of assets by the pipeline's tables.
public struct AssetNormalizer: Sendable {
    let kinds: AssetKinds
    /// The words for amounts.
    let labels: [AssetField: String]

    public init(kinds: AssetKinds, labels: [AssetField: String]) {
        self.kinds = kinds
        self.labels = labels
    }
}

/// Normalises the rows of one list.
public struct AssetListNormalizer {
    private let normalizer: AssetNormalizer
    private var ledger = AmountLedger()
    private var sheet: Int16?
    private var contexts: [RowContext: Int32] = [:]
    private var last: (context: RowContext, index: Int32)?

    public init(_ normalizer: AssetNormalizer) { self.normalizer = normalizer }

    /// Takes a row in: counted always, a record if it is an item that can be read.
    public mutating func take(_ row: AssetRow, _ context: AssetContext, into list: inout SourceList) {
        if sheet != row.place.sheet {
            finish(into: &list)
            sheet = row.place.sheet
        }
        var kind: RowKind
        switch row.kind {
        case .other(let other): kind = other
        case .section(let depth):
            kind = .section
            ledger.open(
                depth: depth, at: row.place, title: row.text, stated: amounts(row, context, &list.issues))
        case .total(let isGrand):
            kind = .total
            ledger.total(
                isGrand: isGrand, at: row.place, title: row.text, stated: amounts(row, context, &list.issues))
        case .item:
            // In the account of people a thing is no person: its own tables hold it.
            kind = .note
            if let record = record(row, context, &list) {
                ledger.add(record.amounts)
                list.assets.append(record)
            } else {
                kind = .rejected
                list.rejected.append(
                    RejectedRow(place: row.place, headings: context.headings, cells: row.cells))
            }
        }
        list.rows.append(RowEntry(sheet: row.place.sheet, number: row.place.row, kind: kind))
    }

    /// Ends a sheet, or the list: its totals are settled.
    public mutating func finish(into list: inout SourceList) {
        ledger.finish()
        for stated in ledger.stated {
            if stated.expected != stated.counted {
                list.issues.append(
                    Issue(
                        .totalDiffers, value: String(stated.expected), detail: String(stated.counted),
                        row: stated.place))
            }
            let label = normalizer.labels[stated.field] ?? stated.field.rawValue
            list.figures.append(
                ControlFigure(
                    scope: .amount, name: label, title: stated.title, newUnit: nil, expected: stated.expected,
                    counted: stated.counted, place: stated.place))
        }
        ledger = AmountLedger()
    }

    // MARK: - One item

    private mutating func record(_ row: AssetRow, _ context: AssetContext, _ list: inout SourceList) -> AssetRecord? {
        func text(_ field: AssetField) -> String { row.values[field] ?? "" }
        let name = context.isBalance ? text(.content) : text(.name).isEmpty ? text(.content) : text(.name)
        guard !name.isEmpty else {
            list.issues.append(Issue(.assetNameMissing, row: row.place))
            return nil
        }
        var record = AssetRecord(
            place: row.place, context: index(of: context.row, &list), isBalance: context.isBalance, name: name,
            kind: normalizer.kinds.kind(name: name, own: text(.kind), context: context))
        record.kindName = normalizer.kinds.name(of: record.kind)
        record.code = context.isBalance ? text(.budgetCode) : text(.code)
        record.giver = text(.giver).isEmpty ? context.giver : text(.giver)
        record.usedAt = text(.usedAt)
        record.receiver = text(.receiver).isEmpty ? context.receiver : text(.receiver)
        record.measure = text(.measure)
        record.condition = text(.condition)
        record.note = text(.note)
        record.yearInUse = Int(text(.yearInUse).suffix(4)).flatMap { (1900...2100).contains($0) ? $0 : nil }
        record.amounts = amounts(row, context, &list.issues)
        record.details = row.details
        if case .amount(let quantity, _) = readAmount(text(.quantity), scale: 100) {
            record.quantity = Int32(exactly: quantity).map(Hundredths.init)
        }
        if context.isBalance { check(record, &list.issues) }
        return record
    }

    /// What is left must be what was there, plus what came, less what was used.
    private func check(_ record: AssetRecord, _ issues: inout [Issue]) {
        guard let remaining = record.amounts[.remaining],
            record.amounts[.opening] != nil || record.amounts[.allotted] != nil
        else { return }
        let reckoned =
            (record.amounts[.opening] ?? 0) + (record.amounts[.allotted] ?? 0) - (record.amounts[.used] ?? 0)
        guard reckoned != remaining else { return }
        issues.append(
            Issue(.balanceDiffers, value: String(remaining), detail: String(reckoned), row: record.place))
    }

    private func amounts(_ row: AssetRow, _ context: AssetContext, _ issues: inout [Issue]) -> [AssetField: Int64] {
        var amounts: [AssetField: Int64] = [:]
        for field in AssetField.amounts + [.budgetCost, .otherCost] {
            guard let text = row.values[field] else { continue }
            switch readAmount(text, scale: context.scale) {
            case .missing: continue
            case .unreadable: issues.append(Issue(.amountUnreadable, value: text, row: row.place))
            case .amount(let amount, let isRounded):
                amounts[field] = amount
                if isRounded { issues.append(Issue(.amountRounded, value: text, detail: "\(amount)", row: row.place)) }
            }
        }
        // The original cost in parts, by where the money came from.
        let parts = [AssetField.budgetCost, .otherCost].compactMap { amounts.removeValue(forKey: $0) }
        if amounts[.originalCost] == nil, !parts.isEmpty { amounts[.originalCost] = parts.reduce(0, +) }
        return amounts
    }

    private mutating func index(of context: RowContext, _ list: inout SourceList) -> Int32 {
        if let last, last.context == context { return last.index }
        let index = contexts[context] ?? Int32(list.contexts.count)
        if contexts[context] == nil {
            contexts[context] = index
            list.contexts.append(context)
        }
        last = (context, index)
        return index
    }
}
