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
    private(set) var tree: RecordTree
    private let visitor: any RecordPathVisitor
    private let limits: ReadingLimits
    private var depth = 0
    /// The open elements by depth: their paths, texts so far, and whether elements stand in them.
    private var path = [0]
    private var texts: [[UInt8]] = [[]]
    private var hasElements = [false]
    /// The numbers of names by the parser's identity for them.
    private var codes: [UInt: Int] = [:]

    init(tree: RecordTree = RecordTree(), visitor: any RecordPathVisitor, limits: ReadingLimits) {
        self.tree = tree
        self.visitor = visitor
        self.limits = limits
    }

    func startElement(_ element: borrowing XMLElement, depth: Int) throws {
        if depth == 1 { try Self.refuseOtherFormats(element) }
        let key = Self.key(element)
        let code = key.map { tree.code(ofName: $0) } ?? code(of: element)
        let node = try tree.child(of: path[depth - 1], name: code, isAttribute: false)
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
        guard element.attributeCount == 1, let key = element.value("name") ?? element.value("Name"), !key.isEmpty
        else { return nil }
        let isField =
            element.isNamed("field") || element.isNamed("Field") || element.isNamed("column")
            || element.isNamed("Column") || element.isNamed("property") || element.isNamed("Property")
        return isField ? key : nil
    }

    private static func refuseOtherFormats(_ root: borrowing XMLElement) throws {
        if root.isNamed("wordDocument") || root.isNamed("package") { throw RefusedFile(.wordDocument) }
    }
}
