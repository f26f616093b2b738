// What a row is known again by from run to run, whatever its file is called and wherever it stands.

public import Personnel

/// Fingerprints of rows: hashes of who a row says the person is and where the person works.
///
/// Rows of the same content have the same fingerprint. What changes with time without making another row of it (salary,
/// training, notes) is left out.
public struct RowFingerprints {
    /// One for each record of a register.
    ///
    /// - Parameter threads: how many work at once.
    public static func of(_ register: Register, threads: Int = 1) -> [UInt64] {
        register.pool.lend { texts in
            // Only read, and lent for longer than the threads run.
            nonisolated(unsafe) let texts = texts
            return mapInParallel(register.records.count, threads: threads) { index in
                func textHash(_ code: TextCode) -> UInt64 { code.isNone ? 0 : ContentHash.of(utf8: texts[code]) }
                let record = register.records[index]
                var content = ContentHash()
                content.add(textHash(record.nameKey))
                let gender: UInt64 = record.gender.map { $0 == .male ? 1 : 2 } ?? 0
                content.add(UInt64(record.birthDate?.packed ?? 0) << 2 | gender)
                content.add(record.nationalID?.number ?? 0)
                content.add(UInt64(record.oldNationalID?.number ?? 0))
                content.add(textHash(record.unit))
                content.add(textHash(record.position))
                // At most 15 digits, which Excel keeps whole. Rows that share one by chance are told apart by their
                // place.
                return (content.value >> 15) + 1
            }
        }
    }
}

/// Hashes of a pool's texts, each made once; 0 is the empty text.
struct TextHashes {
    private let pool: TextPool
    private var hashes: [UInt64]

    init(pool: TextPool) {
        self.pool = pool
        hashes = Array(repeating: 0, count: pool.count)
    }

    mutating func hash(of code: TextCode) -> UInt64 {
        if code.isNone { return 0 }
        let known = hashes[Int(code.rawValue)]
        if known != 0 { return known }
        var hash: UInt64 = 0
        pool.withUTF8(of: code) { hash = ContentHash.of(utf8: $0) }
        hashes[Int(code.rawValue)] = hash
        return hash
    }
}

extension RowTrace {
    /// The trace of a record.
    init(_ record: PersonRecord, in register: Register, texts: inout TextHashes) {
        let file = register.files[Int(record.place.file)]
        let sheet = Int(record.place.sheet)
        self.init(
            path: file.path, sheet: file.sheets.indices.contains(sheet) ? file.sheets[sheet] : "",
            row: record.place.row, name: texts.hash(of: record.nameKey), birth: record.birthDate,
            nationalID: record.nationalID, oldNationalID: record.oldNationalID, unit: texts.hash(of: record.unit))
    }

    /// A hash of name and full birth date; 0 where either is missing.
    var nameAndBirth: UInt64 { Self.hash(ofName: name, birth: birth) }

    /// A hash of the identity number; 0 where there is none.
    var nationalIDHash: UInt64 { Self.hash(ofNumber: nationalID) }

    static func hash(ofName name: UInt64, birth: UInt32) -> UInt64 {
        name == 0 || birth % 100 == 0 ? 0 : combined(name, UInt64(birth))
    }

    static func hash(ofNumber number: UInt64) -> UInt64 { number == 0 ? 0 : combined(number, 1) }
}

/// A hash of two parts, never 0.
func combined(_ parts: UInt64...) -> UInt64 {
    var hash = ContentHash()
    for part in parts { hash.add(part) }
    return hash.value | 1
}
