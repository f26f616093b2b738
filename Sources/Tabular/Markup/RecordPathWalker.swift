// Follows a record XML document along the paths of its tree, and gathers the values on the way.

/// What a walk meets. The root element has depth 1.
protocol RecordPathVisitor: AnyObject {
    func begin(_ node: Int, depth: Int, of tree: inout RecordTree) throws
    /// The value of an attribute, or of an element that holds text or nothing; blank text is empty.
    func value(_ text: [UInt8], of node: Int, in tree: inout RecordTree) throws
    func end(_ node: Int, depth: Int) throws
}

/// Turns elements, attributes and text into paths and values.
///
/// `<field name="HoTen">` counts as `<HoTen>`: databases export so.
final class RecordPathWalker: SAXHandler {
    // The parser calls one method at a time: the check of exclusive access would cost a fifth of the parse.
    @exclusivity(unchecked) private(set) var tree: RecordTree
    private let visitor: any RecordPathVisitor
    private let limits: ReadingLimits
    @exclusivity(unchecked) private var depth = 0
    /// The open elements by depth: their paths, texts so far, and whether elements stand in them.
    @exclusivity(unchecked) private var path = [0]
    @exclusivity(unchecked) private var texts: [[UInt8]] = [[]]
    @exclusivity(unchecked) private var hasElements = [false]
    /// The numbers of names by the parser's identity for them.
    @exclusivity(unchecked) private var codes: [UInt: Int] = [:]

    /// By path, the element that began next the last time: the parser's identity of its name, the path around it, its own.
    @exclusivity(unchecked) private var follower: [(identity: UInt, parent: Int, node: Int)] = [(0, 0, 0)]
    @exclusivity(unchecked) private var lastNode = 0

    init(tree: RecordTree = RecordTree(), visitor: any RecordPathVisitor, limits: ReadingLimits) {
        self.tree = tree
        self.visitor = visitor
        self.limits = limits
    }

    func startElement(_ element: borrowing XMLElement, depth: Int) throws {
        if depth == 1 { try Self.refuseOtherFormats(element) }
        let key = Self.key(element)
        let node = try key.map { try child(named: $0, depth) } ?? node(of: element, depth)
        hasElements[depth - 1] = true
        open(node, depth)
        try visitor.begin(node, depth: depth, of: &tree)
        if key == nil { try readAttributes(element, node) }
    }

    func endElement(depth: Int) throws {
        let node = path[depth]
        let isBlank = texts[depth].allSatisfy { $0 <= UInt8(ascii: " ") }
        if !hasElements[depth] || !isBlank {
            if !isBlank, !tree.nodes[node].hasText { tree.update(node) { $0.hasText = true } }
            try visitor.value(isBlank ? [] : texts[depth], of: node, in: &tree)
        }
        try visitor.end(node, depth: depth)
        self.depth = depth - 1
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) throws {
        guard texts[depth].count + text.count <= limits.cellBytes else {
            throw RefusedFile(.limitCell, detail: String(limits.cellBytes))
        }
        texts[depth].append(contentsOf: text)
    }

    private func open(_ node: Int, _ depth: Int) {
        self.depth = depth
        if path.count == depth {
            path.append(node)
            texts.append([])
            hasElements.append(false)
        }
        path[depth] = node
        texts[depth].removeAll(keepingCapacity: true)
        hasElements[depth] = false
    }

    private func readAttributes(_ element: borrowing XMLElement, _ node: Int) throws {
        for index in 0..<element.attributeCount where !element.isReservedAttribute(index) {
            let code = code(ofAttribute: index, of: element)
            let attribute = try tree.child(of: node, name: code, isAttribute: true)
            tree.update(attribute) { $0.count += 1 }
            try visitor.value(Array(element.attributeValue(index).utf8), of: attribute, in: &tree)
        }
    }

    // MARK: Paths

    private func child(named name: String, _ depth: Int) throws -> Int {
        try tree.child(of: path[depth - 1], name: tree.code(ofName: name), isAttribute: false)
    }

    /// The path of an element: looked for first where it came the last time, for records repeat.
    private func node(of element: borrowing XMLElement, _ depth: Int) throws -> Int {
        let parent = path[depth - 1]
        let last = follower[lastNode]
        let node: Int
        if last.identity == element.nameIdentity && last.parent == parent {
            node = last.node
        } else {
            node = try tree.child(of: parent, name: code(of: element), isAttribute: false)
            follower[lastNode] = (element.nameIdentity, parent, node)
        }
        while follower.count <= node { follower.append((0, 0, 0)) }
        lastNode = node
        return node
    }

    // MARK: Names

    private func code(of element: borrowing XMLElement) -> Int {
        if let code = codes[element.nameIdentity] { return code }
        let code = tree.code(ofName: element.nameText)
        codes[element.nameIdentity] = code
        return code
    }

    private func code(ofAttribute index: Int, of element: borrowing XMLElement) -> Int {
        let identity = element.attributeIdentity(index)
        if let code = codes[identity] { return code }
        let code = tree.code(ofName: element.attributeName(index))
        codes[identity] = code
        return code
    }

    /// The field's name where an element says it in its only attribute.
    private static func key(_ element: borrowing XMLElement) -> String? {
        guard element.attributeCount == 1 else { return nil }
        let isField =
            element.isNamed("field") || element.isNamed("Field") || element.isNamed("column")
            || element.isNamed("Column") || element.isNamed("property") || element.isNamed("Property")
        guard isField, let key = element.value("name") ?? element.value("Name"), !key.isEmpty else { return nil }
        return key
    }

    private static func refuseOtherFormats(_ root: borrowing XMLElement) throws {
        if root.isNamed("wordDocument") || root.isNamed("package") { throw RefusedFile(.wordDocument) }
    }
}
