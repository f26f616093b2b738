// Which elements of a record XML document are its records, and which columns their fields make.

/// The tables that a document holds, and what stands outside of them.
struct RecordPlan {
    /// Records of one kind.
    struct Table {
        /// The elements' name; empty for the main table.
        var name: String
        /// The paths whose elements are records of this kind.
        var records: [Int]
        var fieldNames: [String] = []
        /// The column of each field's path, fields of enclosing groups included.
        var columns: [Int: Int] = [:]
        /// The columns that an enclosing group fills, by the group's path.
        var groupColumns: [Int: [Int]] = [:]
    }

    private(set) var tables: [Table] = []
    private(set) var properties: [SheetInfo.Property] = []
    private let tree: RecordTree
    /// How many fields each path's element has of its own: groups that occur once in it count, those that repeat don't.
    private let fieldCounts: [Int]
    /// Whether each path's element is like the main record, once that has been asked.
    private var likeness: [Bool?]
    /// The paths that are records, lie in records or around them.
    private var isTaken: [Bool]

    /// Paths of records that a document may have: more is no list.
    private static let maximumRecords = 100

    /// - throws: `RefusedFile(.notATable)` for a document without any field.
    init(_ tree: RecordTree, limits: ReadingLimits) throws {
        self.tree = tree
        fieldCounts = Self.fieldCounts(tree)
        isTaken = Array(repeating: false, count: tree.nodes.count)
        likeness = Array(repeating: nil, count: tree.nodes.count)
        guard let main = mainRecord() else { throw RefusedFile(.notATable) }
        tables = [Table(name: "", records: [main])]
        take(main)
        try addFurtherRecords()
        var owned: Set<Int> = []
        for index in tables.indices {
            var table = tables[index]
            addColumns(to: &table, &owned)
            tables[index] = table
            guard tables[index].fieldNames.count <= limits.columns else {
                throw RefusedFile(.limitColumns, detail: String(limits.columns))
            }
        }
        for node in tree.nodes.indices.dropFirst() where tree.nodes[node].isField && !owned.contains(node) {
            let value = String(decoding: tree.nodes[node].value, as: UTF8.self)
            if !value.isEmpty { properties.append(.init(name: tree.nodes[node].name, value: value)) }
        }
    }

    // MARK: Which elements are records

    /// The record is what repeats and holds most: the product of how often and of the square of its fields, so that a
    /// person with fifteen fields beats both the unit around it and its five lines of career with two.
    private func mainRecord() -> Int? {
        let candidates = elements { fieldCounts[$0] > 0 }
        let repeating = candidates.filter { tree.nodes[$0].count > 1 }
        guard let best = highest(repeating, weight) else { return singleRecord(candidates) }
        // Lines within one single record: the record is what has far more fields than its lines.
        var record = best
        var below = best
        while tree.nodes[below].parent != 0 {
            let parent = tree.nodes[below].parent
            let own = fieldCounts[parent] - (tree.nodes[below].repeats ? 0 : fieldCounts[below])
            if own >= fieldCounts[record] * 3 { record = parent }
            below = parent
        }
        return record
    }

    /// Where nothing repeats: the innermost element that holds most of the fields.
    private func singleRecord(_ candidates: [Int]) -> Int? {
        guard let most = candidates.map({ fieldCounts[$0] }).max() else { return nil }
        return highest(candidates.filter { fieldCounts[$0] * 3 >= most * 2 }) { tree.names(from: 0, to: $0).count }
    }

    /// Records of the same kind elsewhere, and records of other kinds: no row is lost for standing apart.
    private mutating func addFurtherRecords() throws {
        for _ in 0..<Self.maximumRecords {
            let further = elements { !isTaken[$0] }.filter { isRecord($0) }
            guard let next = highest(further, weight) else { return }
            take(next)
            if isLikeMain(next) {
                tables[0].records.append(next)
            } else if let table = tables.indices.dropFirst().first(where: { isLike(next, tables[$0].records[0]) }) {
                tables[table].records.append(next)
            } else {
                tables.append(Table(name: tree.nodes[next].name, records: [next]))
            }
        }
        throw RefusedFile(.limitColumns, detail: String(Self.maximumRecords))
    }

    /// Marks a record, what lies in it and around it.
    private mutating func take(_ record: Int) {
        for node in tree.nodes.indices where node == record || tree.isBelow(node, record) {
            isTaken[node] = true
        }
        var group = tree.nodes[record].parent
        while group != 0 {
            isTaken[group] = true
            group = tree.nodes[group].parent
        }
    }

    private mutating func isRecord(_ node: Int) -> Bool {
        isLikeMain(node) || (tree.nodes[node].count > 1 && fieldCounts[node] > 1)
    }

    private mutating func isLikeMain(_ node: Int) -> Bool {
        if let known = likeness[node] { return known }
        let isAlike = isLike(node, tables[0].records[0])
        likeness[node] = isAlike
        return isAlike
    }

    /// Whether two paths hold records of one kind: the same name, or at least three fields and half of them in common.
    private func isLike(_ node: Int, _ other: Int) -> Bool {
        if tree.nodes[node].name == tree.nodes[other].name { return fieldCounts[node] > 0 }
        let names = Set(fields(below: node).map { tree.nodes[$0].name })
        let common = names.intersection(fields(below: other).map { tree.nodes[$0].name })
        return common.count >= 3 && common.count * 2 >= names.count
    }

    private func elements(where condition: (Int) -> Bool) -> [Int] {
        tree.nodes.indices.dropFirst().filter {
            let node = tree.nodes[$0]
            return !node.isAttribute && !node.children.isEmpty && condition($0)
        }
    }

    private func weight(_ node: Int) -> Int {
        let fields = min(fieldCounts[node], 2_000)
        return tree.nodes[node].count * fields * fields
    }

    /// The first of the highest.
    private func highest(_ nodes: [Int], _ rank: (Int) -> Int) -> Int? {
        var best: (node: Int, rank: Int)?
        for node in nodes where rank(node) > best?.rank ?? -1 { best = (node, rank(node)) }
        return best?.node
    }

    /// Children come behind their parents in the tree, so one pass from its end counts all.
    private static func fieldCounts(_ tree: RecordTree) -> [Int] {
        var counts = Array(repeating: 0, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated().dropFirst().reversed() {
            counts[node.parent] += (node.isField ? 1 : 0) + (node.repeats ? 0 : counts[index])
        }
        return counts
    }

    // MARK: Columns

    private mutating func addColumns(to table: inout Table, _ owned: inout Set<Int>) {
        var fields: [(node: Int, path: [String])] = []
        for record in table.records {
            for field in self.fields(below: record) {
                let path = tree.names(from: record, to: field)
                let isOwn = tree.nodes[field].isAttribute && path.count == 1
                fields.append((field, isOwn ? [tree.nodes[record].name] + path : path))
            }
            if tree.nodes[record].isField { fields.append((record, [tree.nodes[record].name])) }
        }
        for field in groupFields(of: table) {
            fields.append((field.node, tree.names(from: 0, to: field.node).suffix(2)))
        }
        fields.sort { $0.node < $1.node }
        var columns: [[String]: Int] = [:]
        var paths: [[String]] = []
        for field in fields {
            if columns[field.path] == nil {
                columns[field.path] = paths.count
                paths.append(field.path)
            }
            table.columns[field.node] = columns[field.path]
            owned.insert(field.node)
        }
        for field in groupFields(of: table) {
            if let column = table.columns[field.node] { table.groupColumns[field.group, default: []].append(column) }
        }
        table.fieldNames = Self.shortest(paths)
    }

    /// Fields that stand outside a record in a group that is not the same for all, as a unit's name around its people.
    private func groupFields(of table: Table) -> [(node: Int, group: Int)] {
        tree.nodes.indices.dropFirst().compactMap { node in
            guard tree.nodes[node].isField, isOutside(node) else { return nil }
            var group = tree.nodes[node].parent
            while group != 0, !table.records.contains(where: { tree.isBelow($0, group) }) {
                group = tree.nodes[group].parent
            }
            let isCommon = tree.nodes[group].count == 1 && table.records.allSatisfy { tree.isBelow($0, group) }
            return group == 0 || isCommon ? nil : (node, group)
        }
    }

    private func isOutside(_ node: Int) -> Bool {
        tables.allSatisfy { table in table.records.allSatisfy { $0 != node && !tree.isBelow(node, $0) } }
    }

    private func fields(below node: Int) -> [Int] {
        tree.nodes[node].children.flatMap { child in
            (tree.nodes[child].isField ? [child] : []) + fields(below: child)
        }
    }

    /// A field goes by its last name, or by its whole path where another field has the same.
    private static func shortest(_ paths: [[String]]) -> [String] {
        var uses: [String: Int] = [:]
        for path in paths { uses[path.last ?? "", default: 0] += 1 }
        return paths.map { path in
            let last = path.last ?? ""
            return uses[last] == 1 ? last : path.joined(separator: "/")
        }
    }
}
