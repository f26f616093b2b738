// What is true of a district's lists: noted row by row while they are written.

/// What is known of a file.
struct FileTruth: Sendable {
    var path: String
    /// `loaded`, `refused`, `ignored`; `loaded|refused` where either is right.
    var status: String
    var encoding: String
    var format: String
    /// By how much a reader may count rows higher.
    var rowOffset = ""
    var form: String
    var list: String
    /// The codes of issues that the file must carry.
    var codes: [String] = []
    /// The path of the copy that is byte for byte the same.
    var copy: String?
}

/// What is known of a row.
struct RowTruth: Sendable {
    var file: Int
    var sheet: String
    /// From 1.
    var number: Int
    var kind: RowKind
    /// The place of the person among the district's; -1 for none.
    var person = -1
    var codes: [String] = []
    /// The row's place among the person's evidence.
    var evidence = -1
}

/// What a row says of who it is about.
struct RowEvidence: Sendable {
    var name: String
    var nameQuality: Observation.Quality
    var birth: DateReading?
    var citizenID: Int
    var oldID: Int
    var body: Int
    var position: String
}

/// A total that a list states.
struct TotalTruth: Sendable {
    var file: Int
    var sheet: String
    var number: Int
    /// `section` or `sheet`.
    var scope: String
    var stated: Int
    var counted: Int
}

/// What is known of a line of a list of assets or balances.
struct AssetTruth: Sendable {
    var file: Int
    var sheet: String
    var number: Int
    /// `asset` or `balance`.
    var kind: String
    /// The unit that hands over, as the list names it.
    var giver: String
    var name: String
    /// In đồng: an asset's original cost and residual value; a balance's opening, allotted, used and remaining sums.
    var amounts: [Int]
    /// The code or key of the new unit.
    var newUnit: String
}

/// Everything noted of one district's lists.
struct TruthLedger: Sendable {
    /// Values and evidence are noted, not rows alone.
    let isFull: Bool
    var files: [FileTruth] = []
    var rows: [RowTruth] = []
    var totals: [TotalTruth] = []
    var assets: [AssetTruth] = []
    private(set) var values: [[Observation]]
    private(set) var evidence: [[RowEvidence]]
    private(set) var sawPlan: [Bool]
    private(set) var sawLeaving: [Bool]
    private(set) var sawInsurance: [Bool]
    /// By body: some row says in which commune it stands.
    private(set) var sawCommune: [Bool]

    init(people: Int, bodies: Int, isFull: Bool) {
        self.isFull = isFull
        values = Array(repeating: [], count: isFull ? people : 0)
        evidence = Array(repeating: [], count: isFull ? people : 0)
        sawPlan = Array(repeating: false, count: people)
        sawLeaving = Array(repeating: false, count: people)
        sawInsurance = Array(repeating: false, count: people)
        sawCommune = Array(repeating: false, count: bodies)
    }

    /// Notes what a row says of a person; the place of the row among the person's evidence.
    mutating func note(_ reading: RowReading, of person: Int, date: Int) -> Int {
        if reading.showsPlan { sawPlan[person] = true }
        if reading.showsLeaving { sawLeaving[person] = true }
        if reading.showsInsurance { sawInsurance[person] = true }
        if reading.showsCommune, reading.body >= 0 { sawCommune[reading.body] = true }
        guard isFull else { return -1 }
        for var value in reading.values {
            value.date = date
            values[person].append(value)
        }
        evidence[person].append(
            RowEvidence(
                name: reading.name, nameQuality: reading.nameQuality, birth: reading.birth,
                citizenID: reading.citizenID, oldID: reading.oldID, body: reading.body, position: reading.position))
        return evidence[person].count - 1
    }
}
