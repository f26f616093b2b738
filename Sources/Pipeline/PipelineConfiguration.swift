// What `pipeline.yaml` says: the settings of one province's run. The tables that it names are read by `PipelineFolder`.

public import Personnel
public import Tabular

/// Who sends lists, and what a list from there implies.
public struct Sender: Sendable, Equatable {
    /// The first folder under INPUT; `*` stands for every folder that no other sender has, whose name says where it is
    /// from (`dien-bien`, `huyen-tuan-giao`).
    public var folder: String
    /// The name that people know.
    public var name: String
    /// The key of the district whose lists these are; nil for a sender of the province.
    public var district: String?
    /// The old code of the province whose lists these are; nil where the pipeline has one, or the folder's name says it.
    public var province: String?
    /// The category of people whose list says none.
    public var category: Category?
    /// Where its entry begins in the settings, from 1.
    var line: Int
}

/// The settings of a pipeline.
public struct PipelineConfiguration: Sendable, Equatable {
    /// The file that it was read from.
    public var path: String
    public var name: String
    /// The province or body, as reports name it.
    public var title: String
    /// Who signs the reports.
    public var department: String
    public var asOf: PartialDate
    public var language: String
    /// How many runs are kept, the published one included.
    public var retention: Int
    public var senders: [Sender]
    /// Names of folders under a sender's whose files are lists of assets and balances, not of people.
    public var assetFolders: [String]
    public var limits: ReadingLimits
    public var matching: MatchingSettings
    /// Where each table of the pipeline is, by its key, relative to the pipeline's folder.
    public var tables: [String: String]
    /// Where the template of the run's page is, relative to the pipeline's folder.
    public var page: String
}

/// Which model says what rows are one person, and from which weight of evidence on, where that differs from the model.
///
/// A weight is the base-2 logarithm of the odds: 7 is 128 to 1.
public struct MatchingSettings: Sendable, Equatable {
    /// The model's file, relative to the pipeline's folder.
    public var model: String
    public var joinWeight: Double?
    public var reviewWeight: Double?
}

extension PipelineConfiguration {
    /// Whether the folders of senders that are not listed are read as names of places.
    var readsSenderFolders: Bool { senders.contains { $0.folder == "*" } }

    private static let keys = [
        "name", "title", "department", "as_of", "language", "retention", "senders", "limits", "matching", "tables",
        "page", "asset_folders",
    ]

    /// Reads the text of a `pipeline.yaml`.
    init(yaml: String, path: String) throws(ReferenceError) {
        let root = try YAMLMapping(yaml: yaml, path: path)
        try root.allow(only: Self.keys)
        self.path = path
        name = try root.string("name")
        title = try root.string("title")
        department = try root.string("department")
        asOf = try root.date("as_of")
        language = try root.string("language")
        retention = try root.optionalInteger("retention", in: 1...10_000) ?? 14
        limits = try ReadingLimits(root.optionalMapping("limits"))
        matching = try MatchingSettings(root.optionalMapping("matching"))

        senders = []
        for entry in try root.mappings("senders") {
            let sender = try Sender(entry)
            guard !senders.contains(where: { $0.folder == sender.folder }) else {
                throw entry.mistake("folder", expected: "a folder that no other sender has")
            }
            senders.append(sender)
        }

        assetFolders = try root.optionalStrings("asset_folders") ?? []
        page = try root.string("page")
        let tables = try root.mapping("tables")
        try tables.allow(only: PipelineFolder.tableKeys)
        self.tables = [:]
        for key in TableKey.allCases {
            let name = key.rawValue
            self.tables[name] = try key.isOptional ? tables.optionalString(name) : tables.string(name)
        }
    }
}

extension Sender {
    fileprivate init(_ entry: YAMLMapping) throws(ReferenceError) {
        try entry.allow(only: ["folder", "name", "district", "province", "category"])
        folder = try entry.string("folder")
        name = try entry.string("name")
        district = try entry.optionalString("district")
        province = try entry.optionalString("province")
        category = try entry.choice("category", of: Category.self)
        line = entry.line
    }
}

extension MatchingSettings {
    fileprivate init(_ entry: YAMLMapping?) throws(ReferenceError) {
        try entry?.allow(only: ["model", "join_weight", "review_weight"])
        model = try entry?.optionalString("model") ?? "matching.yaml"
        joinWeight = try entry?.optionalNumber("join_weight", in: 0...100)
        reviewWeight = try entry?.optionalNumber("review_weight", in: -100...100)
        if let entry, let joinWeight, let reviewWeight, reviewWeight > joinWeight {
            throw entry.mistake("review_weight", expected: "a number not above join_weight (\(joinWeight))")
        }
    }
}

extension ReadingLimits {
    fileprivate init(_ entry: YAMLMapping?) throws(ReferenceError) {
        self.init()
        guard let entry else { return }
        try entry.allow(only: [
            "columns", "cell_bytes", "depth", "name_bytes", "zip_entries", "zip_entry_bytes", "zip_ratio",
        ])
        columns = try entry.optionalInteger("columns", in: 1...1_000_000) ?? columns
        cellBytes = try entry.optionalInteger("cell_bytes", in: 1...(1 << 30)) ?? cellBytes
        depth = try entry.optionalInteger("depth", in: 4...250) ?? depth
        nameBytes = try entry.optionalInteger("name_bytes", in: 1...50_000) ?? nameBytes
        zipEntries = try entry.optionalInteger("zip_entries", in: 1...1_000_000) ?? zipEntries
        zipEntryBytes = try entry.optionalInteger("zip_entry_bytes", in: 1...(1 << 40)) ?? zipEntryBytes
        zipRatio = try entry.optionalInteger("zip_ratio", in: 1...100_000) ?? zipRatio
    }
}
