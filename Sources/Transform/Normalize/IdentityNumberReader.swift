// Citizen identity numbers as lists write them (conventions.md, "National identity number").
import Personnel

/// What the rest of the row says of the person: what a number has to agree with.
struct BirthFacts: Equatable {
    var birthYear: Int?
    var gender: Gender?
}

/// What the cells of a row's identity numbers say.
struct IdentityReading: Equatable {
    var citizenID: CitizenID?
    var oldID: OldCitizenID?
    /// Whether the cell holds the number's digits and nothing else.
    var isAsWritten = false
    /// The oddities of the cells, each code once.
    var issues: [IdentityIssue] = []
}

struct IdentityIssue: Equatable {
    var code: IssueCode
    /// The other value of a contradiction.
    var detail: String?
}

/// Reads cells that hold a CCCD, a CMND or both, and judges the numbers.
///
/// The structure of the number: Decree 137/2015/NĐ-CP, article 13, and Circular 59/2021/TT-BCA, article 4.
struct IdentityNumberReader: Sendable {
    let asOf: PartialDate
    /// The province codes that were given, 1 to 96.
    let provinces: Set<Int>

    /// The codes of a table with the column `code` (`001` to `096`).
    static func provinceCodes(_ table: ReferenceTable) throws(ReferenceError) -> Set<Int> {
        let column = try table.column("code")
        var codes: Set<Int> = []
        for row in table.rows {
            guard let code = Int(row.cells[column]), (1...999).contains(code) else {
                throw table.mistake(in: row, column: "code", expected: "a province code of three digits")
            }
            codes.insert(code)
        }
        return codes
    }

    /// Reads a cell; `facts` is what the row says apart from it.
    func read(_ text: String, facts: BirthFacts) -> IdentityReading {
        var text = text
        return text.withUTF8 { read($0, facts: facts) }
    }

    /// The same of a cell in UTF-8.
    func read(_ text: UnsafeBufferPointer<UInt8>, facts: BirthFacts) -> IdentityReading {
        var reading = IdentityReading()
        if let number = IdentityCandidates.plainCitizenID(text), isValid(number), !Self.isSuspicious(number) {
            reading.citizenID = number
            reading.isAsWritten = text.count == 12
            if let contradiction = contradiction(of: number, with: facts) { reading.issues = [contradiction] }
            return reading
        }
        let candidates = IdentityCandidates(String(decoding: text, as: UTF8.self))
        for candidate in candidates.numbers { take(candidate, into: &reading, facts: facts) }
        if candidates.numbers.isEmpty && !candidates.isEmpty { reading.add(.nationalIDInvalid) }
        return reading
    }

    private func take(_ candidate: IdentityCandidates.Number, into reading: inout IdentityReading, facts: BirthFacts) {
        switch candidate {
        case .damaged: reading.add(.nationalIDInvalid)
        case .truncated: reading.add(.nationalIDTruncated)
        case .digits(let digits):
            if Self.isPlaceholder(digits) {
                reading.add(.nationalIDInvalid)
                return
            }
            switch digits.count {
            case 12: takeCitizenID(digits, restored: false, into: &reading, facts: facts)
            case 11 where digits[0] != 0: takeCitizenID([0] + digits, restored: true, into: &reading, facts: facts)
            // Only the provinces 001 to 008 lose two zeros.
            case 10 where digits[0] != 0 && digits[0] <= 8:
                takeCitizenID([0, 0] + digits, restored: true, into: &reading, facts: facts)
            case 9: takeOldID(digits, into: &reading)
            case 8 where digits[0] != 0:
                takeOldID(digits, into: &reading)
                reading.add(.nationalIDZeroRestored)
            default: reading.add(.nationalIDInvalid)
            }
        }
    }

    private func takeOldID(_ digits: [UInt8], into reading: inout IdentityReading) {
        guard let number = OldCitizenID(number: UInt32(truncatingIfNeeded: Self.value(of: digits))) else {
            reading.add(.nationalIDInvalid)
            return
        }
        if reading.oldID == nil { reading.oldID = number }
    }

    private func takeCitizenID(
        _ digits: [UInt8], restored: Bool, into reading: inout IdentityReading, facts: BirthFacts
    ) {
        if digits.suffix(5).allSatisfy({ $0 == 0 }) {
            reading.add(.nationalIDTruncated)
            return
        }
        guard let number = CitizenID(number: Self.value(of: digits)), isValid(number) else {
            reading.add(.nationalIDInvalid)
            return
        }
        let contradiction = self.contradiction(of: number, with: facts)
        if restored {
            // A restored zero is a reading of ours: it stands only where nothing speaks against it.
            guard contradiction == nil else {
                reading.add(.nationalIDInvalid)
                return
            }
            reading.add(.nationalIDZeroRestored)
        } else if let contradiction {
            reading.add(contradiction.code, detail: contradiction.detail)
        }
        if reading.citizenID == nil { reading.citizenID = number }
    }

    /// Known province, century 1900-2099, birth year from 1940 to the as-of year.
    private func isValid(_ number: CitizenID) -> Bool {
        provinces.contains(number.provinceCode) && number.centuryAndGender <= 3
            && (1940...asOf.year).contains(number.birthYear)
    }

    /// How the number contradicts its row; a birth year one year apart, with the right gender, is the lesser thing.
    private func contradiction(of number: CitizenID, with facts: BirthFacts) -> IdentityIssue? {
        if let gender = facts.gender, gender != number.gender {
            return IdentityIssue(code: .nationalIDMismatch, detail: gender.rawValue)
        }
        guard let year = facts.birthYear, year != number.birthYear else { return nil }
        let isNear = abs(year - number.birthYear) == 1
        return IdentityIssue(code: isNear ? .nationalIDYearOffByOne : .nationalIDMismatch, detail: String(year))
    }

    /// Whether a number of valid structure has to be looked at for lost digits: `011085000000`.
    private static func isSuspicious(_ number: CitizenID) -> Bool { number.number.isMultiple(of: 100_000) }

    /// `000000000000`, `111111111`, `123456789`, `123456789012`, `012345678901`: typed to fill the cell.
    private static func isPlaceholder(_ digits: [UInt8]) -> Bool {
        let pairs = zip(digits, digits.dropFirst())
        return pairs.allSatisfy { $0 == $1 } || pairs.allSatisfy { ($0 + 1) % 10 == $1 }
            || pairs.allSatisfy { $0 == ($1 + 1) % 10 }
    }

    private static func value(of digits: [UInt8]) -> UInt64 { digits.reduce(0) { $0 * 10 + UInt64($1) } }
}

extension IdentityReading {
    fileprivate mutating func add(_ code: IssueCode, detail: String? = nil) {
        if issues.contains(where: { $0.code == code }) { return }
        issues.append(IdentityIssue(code: code, detail: detail))
    }
}
