// The first pass over record XML: which paths there are, how often, and what stands outside the records.

/// Counts the paths of a document and keeps their first values.
final class RecordSurvey: RecordPathVisitor {
    /// Bytes of a path's values that are kept: a property is a short text.
    private static let keptBytes = 1_024

    // The parser calls one method at a time: no check of exclusive access.
    /// The open elements by depth, each by a number of its own.
    @exclusivity(unchecked) private var openElements = [0]
    @exclusivity(unchecked) private var elementCount = 0
    /// In which element a path was last met; -1 for none.
    @exclusivity(unchecked) private var lastParent: [Int] = []

    func begin(_ node: Int, depth: Int, of tree: inout RecordTree) {
        elementCount += 1
        if openElements.count == depth { openElements.append(0) }
        openElements[depth] = elementCount
        let parent = openElements[depth - 1]
        while lastParent.count <= node { lastParent.append(-1) }
        let repeats = lastParent[node] == parent
        lastParent[node] = parent
        tree.update(node) {
            $0.count += 1
            if repeats { $0.repeats = true }
        }
    }

    func value(_ text: [UInt8], of node: Int, in tree: inout RecordTree) {
        guard !text.isEmpty, tree.nodes[node].value.count + text.count < Self.keptBytes else { return }
        tree.update(node) { $0.value.appendField(text) }
    }

    func end(_ node: Int, depth: Int) {}
}

extension [UInt8] {
    /// Adds one more value of a field that may have several.
    mutating func appendField(_ text: [UInt8]) {
        if text.isEmpty { return }
        if !isEmpty { append(contentsOf: [UInt8(ascii: ";"), UInt8(ascii: " ")]) }
        append(contentsOf: text)
    }
}
