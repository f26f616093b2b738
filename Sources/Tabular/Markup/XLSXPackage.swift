// The parts of a workbook in its zip, and how they refer to each other (ECMA-376 part 2).

/// Where a workbook's parts are.
struct XLSXPackage {
    let archive: ZipArchive
    private(set) var sheets: [Sheet] = []
    private(set) var sharedStrings: String?
    private(set) var styles: String?
    private(set) var usesDatesFrom1904 = false

    /// A worksheet: what the workbook says of it, and its part.
    struct Sheet {
        var name: String
        var isHidden: Bool
        var part: String
    }

    /// - throws: `RefusedFile` for a zip that is no workbook.
    init(_ archive: ZipArchive) throws {
        self.archive = archive
        let root = RelationshipsHandler()
        try archive.parse("_rels/.rels", root)
        let target = root.relationships.first { $0.type.hasSuffix("/officeDocument") }?.target
        let workbookPart = target.map { Self.resolve($0, from: "") } ?? "xl/workbook.xml"
        try Self.refuseOtherPackages(archive, workbookPart)
        let relations = RelationshipsHandler()
        try archive.parse(Self.relationsPart(of: workbookPart), relations)
        let workbook = WorkbookHandler()
        try archive.parse(workbookPart, workbook)
        usesDatesFrom1904 = workbook.usesDatesFrom1904
        for relation in relations.relationships {
            let part = Self.resolve(relation.target, from: workbookPart)
            if relation.type.hasSuffix("/sharedStrings") { sharedStrings = part }
            if relation.type.hasSuffix("/styles") { styles = part }
        }
        let byID = Dictionary(relations.relationships.map { ($0.id, $0) }) { first, _ in first }
        var parts: Set<String> = []
        for sheet in workbook.sheets {
            // Charts and dialogs have no rows.
            guard let relation = byID[sheet.relation], relation.type.hasSuffix("/worksheet")
            else { continue }
            let part = Self.resolve(relation.target, from: workbookPart)
            // A part that is two sheets would be read as often as a hostile workbook names it.
            guard archive.contains(part), parts.insert(part.lowercased()).inserted else {
                throw RefusedFile(.damagedArchive)
            }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part))
        }
        if sheets.isEmpty { throw RefusedFile(.notATable) }
    }

    private static func refuseOtherPackages(_ archive: ZipArchive, _ workbookPart: String) throws {
        if archive.contains("word/document.xml") { throw RefusedFile(.wordDocument) }
        if archive.contains("xl/workbook.bin") { throw RefusedFile(.binaryExcel) }
        guard archive.contains(workbookPart), !archive.contains("ppt/presentation.xml") else {
            throw RefusedFile(.archive)
        }
    }

    /// `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`.
    private static func relationsPart(of part: String) -> String {
        var steps = part.split(separator: "/").map(String.init)
        let name = steps.popLast() ?? ""
        return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
    }

    /// A target as the name of a part: absolute, or relative to the part that refers to it.
    static func resolve(_ target: String, from part: String) -> String {
        var steps = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

/// Reads a part's relationships.
final class RelationshipsHandler: SAXHandler {
    private(set) var relationships: [(id: String, type: String, target: String)] = []

    func startElement(_ element: borrowing XMLElement, depth: Int) {
        guard element.isNamed("Relationship"), let target = element.value("Target") else { return }
        relationships.append((element.value("Id") ?? "", element.value("Type") ?? "", target))
    }

    func endElement(depth: Int) {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Reads the workbook's sheets and settings.
final class WorkbookHandler: SAXHandler {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var usesDatesFrom1904 = false

    func startElement(_ element: borrowing XMLElement, depth: Int) {
        if element.isNamed("sheet"), let relation = element.value("id") {
            let isHidden = element.value("state", is: "hidden") || element.value("state", is: "veryHidden")
            sheets.append((element.value("name") ?? "", relation, isHidden))
        } else if element.isNamed("workbookPr") {
            usesDatesFrom1904 = element.value("date1904", is: "1") || element.value("date1904", is: "true")
        }
    }

    func endElement(depth: Int) {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}
