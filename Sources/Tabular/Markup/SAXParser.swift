// The safe face of libxml2's push parser: bytes in, elements and text out, hostile documents refused.

internal import CLibXML2

/// Takes what a document holds, in its order. The root element has depth 1.
protocol SAXHandler: AnyObject {
    func startElement(_ element: borrowing XMLElement, depth: Int) throws
    func endElement(depth: Int) throws
    /// A piece of text: libxml2 hands on one text in as many pieces as it likes.
    func characters(_ text: UnsafeBufferPointer<UInt8>) throws
}

/// One pass over one XML document (SAX2, libxml2 2.9).
///
/// Any DOCTYPE is refused, so there are no entities but the predefined ones and nothing is ever fetched. What a handler
/// throws ends the parse and comes out of `push` or `finish`; a `RefusedFile` without a place gets the parser's.
/// https://gnome.pages.gitlab.gnome.org/libxml2/html/parser_8h.html
final class SAXParser {
    private let handler: any SAXHandler
    private let limits: ReadingLimits
    private var context: xmlParserCtxtPtr?
    // libxml2 makes one call at a time: the check of exclusive access would cost a tenth of the parse.
    @exclusivity(unchecked) private var depth = 0
    @exclusivity(unchecked) private var failure: (any Error)?
    private var rootHasEnded = false
    private var isFinishing = false

    /// libxml2's tables are built once, before any thread parses.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private let encoding: String?
    private var attributes = AttributeGuard()

    /// - parameter encoding: what the bytes of `parse(_:)` are written in, where they tell and the document's own word is
    ///   wrong or missing; nil trusts the document.
    init(handler: any SAXHandler, limits: ReadingLimits, encoding: String? = nil) {
        _ = Self.isReady
        self.handler = handler
        self.limits = limits
        self.encoding = encoding
        // Errors of conversion know no parser: the thread's own handler keeps them from standard error.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        var callbacks = Self.callbacks()
        let me = Unmanaged.passUnretained(self).toOpaque()
        context = xmlCreatePushParserCtxt(&callbacks, me, nil, 0, nil)
        let options = XML_PARSE_NONET.rawValue | (encoding == nil ? 0 : XML_PARSE_IGNORE_ENC.rawValue)
        if let context { xmlCtxtUseOptions(context, Int32(options)) }
    }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
    }

    /// Parses the whole of an input.
    func parse(_ input: MarkupInput, chunkBytes: Int = MarkupInput.chunkBytes) throws {
        if let encoding {
            var decoder = try MarkupDecoder(input, encoding: encoding)
            try input.forEachChunk(of: chunkBytes) { chunk in
                try decoder.decode(chunk, push)
                return true
            }
            try decoder.finish(push)
        } else {
            try input.forEachChunk(of: chunkBytes) { chunk in
                try push(chunk)
                return true
            }
        }
        try finish()
    }

    /// Parses the next bytes.
    func push(_ chunk: UnsafeBufferPointer<UInt8>) throws {
        guard !chunk.isEmpty else { return }
        try attributes.check(chunk)
        try chunk.withMemoryRebound(to: CChar.self) { bytes in
            try parse(bytes.baseAddress, Int32(bytes.count), isLast: false)
        }
    }

    /// Says that there are no more bytes.
    ///
    /// - throws: `RefusedFile(.truncated)` if the root element is still open.
    func finish() throws {
        isFinishing = true
        try parse(nil, 0, isLast: true)
        if !rootHasEnded { throw RefusedFile(.truncated, line: line, column: column) }
    }

    private func parse(_ bytes: UnsafePointer<CChar>?, _ count: Int32, isLast: Bool) throws {
        guard let context else { throw RefusedFile(.unreadable, detail: "out of memory") }
        if failure == nil { xmlParseChunk(context, bytes, count, isLast ? 1 : 0) }
        if let failure { throw failure }
        if context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 {
            throw RefusedFile(.malformedXML, line: line, column: column)
        }
    }

    private var line: Int? { context?.pointee.input.map { Int($0.pointee.line) } }
    private var column: Int? { context?.pointee.input.map { Int($0.pointee.col) } }

    /// Ends the parse: nothing more is handed on.
    private func fail(_ error: any Error) {
        guard failure == nil else { return }
        if var refused = error as? RefusedFile, refused.line == nil {
            refused.line = line
            refused.column = column
            failure = refused
        } else {
            failure = error
        }
        if let context { xmlStopParser(context) }
    }

    // MARK: What libxml2 calls

    private func start(_ element: borrowing XMLElement) {
        guard failure == nil else { return }
        depth += 1
        do {
            if depth > limits.depth { throw RefusedFile(.limitDepth, detail: String(limits.depth)) }
            if element.longestName > limits.nameBytes {
                throw RefusedFile(.limitName, detail: String(limits.nameBytes))
            }
            try handler.startElement(element, depth: depth)
        } catch { fail(error) }
    }

    private func end() {
        guard failure == nil else { return }
        do { try handler.endElement(depth: depth) } catch { fail(error) }
        depth -= 1
        if depth == 0 { rootHasEnded = true }
    }

    private func text(_ bytes: UnsafePointer<xmlChar>, _ count: Int32) {
        guard failure == nil else { return }
        do { try handler.characters(UnsafeBufferPointer(start: bytes, count: Int(count))) } catch { fail(error) }
    }

    /// Keeps the first error; libxml2 itself stops at a fatal one.
    private func report(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let fault = XMLFault(code: error.code)
        let isCutOff = isFinishing && !rootHasEnded && fault.reason == .malformedXML
        failure = RefusedFile(
            isCutOff ? .truncated : fault.reason, line: Int(error.line), column: Int(error.int2),
            detail: isCutOff ? nil : fault.text)
    }

    private static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { me, name, _, _, _, _, count, _, attributes in
            guard let me, let name else { return }
            Unmanaged<SAXParser>.fromOpaque(me)._withUnsafeGuaranteedRef { parser in
                parser.start(XMLElement(name: name, attributes: attributes, count: count))
            }
        }
        sax.endElementNs = { me, _, _, _ in
            guard let me else { return }
            Unmanaged<SAXParser>.fromOpaque(me)._withUnsafeGuaranteedRef { $0.end() }
        }
        let text: charactersSAXFunc = { me, bytes, count in
            guard let me, let bytes else { return }
            Unmanaged<SAXParser>.fromOpaque(me)._withUnsafeGuaranteedRef { $0.text(bytes, count) }
        }
        sax.characters = text
        // The same function for blanks spares libxml2 its guess which of them matter.
        sax.ignorableWhitespace = text
        sax.cdataBlock = text
        sax.internalSubset = { me, _, _, _ in
            guard let me else { return }
            Unmanaged<SAXParser>.fromOpaque(me)._withUnsafeGuaranteedRef { $0.fail(RefusedFile(.doctype)) }
        }
        sax.serror = { me, error in
            guard let me, let error else { return }
            Unmanaged<SAXParser>.fromOpaque(me)._withUnsafeGuaranteedRef { $0.report(error.pointee) }
        }
        return sax
    }
}
