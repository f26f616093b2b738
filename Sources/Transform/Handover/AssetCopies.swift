// The same thing on two lists: found where every word and figure of it agrees, so that it is handed over once.

internal import Personnel
internal import Vietnamese

/// Tells a thing or balance that an earlier list of the same unit holds already.
///
/// Within one list equal lines are several things (ten computers bought together). Of two lists the one may hold again what
/// the other holds, line for line: of each thing the most that any one list has is what there is.
struct AssetCopies {
    private struct Key: Hashable {
        let unit: Int
        let isBalance: Bool
        let name: String
        let code: String
        let yearInUse: Int?
        let quantity: Hundredths?
        let measure: String
        let amounts: [AssetField: Int64]
    }

    private struct Held {
        /// Those of the lists before, and of this one beyond them.
        var records: [AssetRecord] = []
        /// The file that is being read, and how many of its lines are equal.
        var file: Int32 = -1
        var count = 0
    }

    private var held: [Key: Held] = [:]

    /// The same thing on an earlier list; nil for one that is not held yet. Records come in order of files.
    ///
    /// A thing must be told from others like it: by its code, or the year since when it is in use. A balance is by its
    /// content and sums.
    mutating func original(of record: AssetRecord, unit: Int?) -> AssetRecord? {
        guard let unit, !record.amounts.isEmpty,
            record.isBalance || !record.code.isEmpty || record.yearInUse != nil
        else { return nil }
        let key = Key(
            unit: unit, isBalance: record.isBalance, name: asciiKey(record.name), code: asciiKey(record.code),
            yearInUse: record.yearInUse, quantity: record.quantity, measure: asciiKey(record.measure),
            amounts: record.amounts)
        var known = held[key] ?? Held()
        if known.file != record.place.file { (known.file, known.count) = (record.place.file, 0) }
        known.count += 1
        defer { held[key] = known }
        if known.count <= known.records.count, known.records[known.count - 1].place.file != record.place.file {
            return known.records[known.count - 1]
        }
        known.records.append(record)
        return nil
    }
}
