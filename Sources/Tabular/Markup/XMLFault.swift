// libxml2's errors in words that never hold a piece of the document: its own messages quote names and content.

internal import CLibXML2

/// What an error of libxml2 means for the file.
struct XMLFault {
    let reason: RefusedFile.Reason
    let text: String

    init(code: Int32) {
        switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
        case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
            (reason, text) = (.unknownEncoding, "unsupported encoding")
        case XML_ERR_NAME_TOO_LONG:
            (reason, text) = (.limitName, "name too long")
        default:
            reason = .malformedXML
            text = Self.texts.first { $0.code.rawValue == UInt32(bitPattern: code) }?.text ?? "XML error \(code)"
        }
    }

    private static let texts: [(code: xmlParserErrors, text: String)] = [
        (XML_ERR_INTERNAL_ERROR, "construct too large"),
        (XML_ERR_DOCUMENT_EMPTY, "document is empty"),
        (XML_ERR_DOCUMENT_END, "extra content at the end of the document"),
        (XML_ERR_INVALID_HEX_CHARREF, "invalid hexadecimal character reference"),
        (XML_ERR_INVALID_DEC_CHARREF, "invalid decimal character reference"),
        (XML_ERR_INVALID_CHARREF, "invalid character reference"),
        (XML_ERR_INVALID_CHAR, "invalid character"),
        (XML_ERR_UNDECLARED_ENTITY, "entity not defined"),
        (XML_ERR_ENTITYREF_SEMICOL_MISSING, "entity reference: expecting ';'"),
        (XML_ERR_NAME_REQUIRED, "name expected"),
        (XML_ERR_ATTRIBUTE_NOT_STARTED, "attribute value: \" or ' expected"),
        (XML_ERR_ATTRIBUTE_NOT_FINISHED, "attribute value: ' expected"),
        (XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "attribute without a value"),
        (XML_ERR_ATTRIBUTE_REDEFINED, "attribute redefined"),
        (XML_ERR_LT_IN_ATTRIBUTE, "unescaped '<' in an attribute value"),
        (XML_ERR_COMMENT_NOT_FINISHED, "comment not terminated"),
        (XML_ERR_HYPHEN_IN_COMMENT, "double hyphen within a comment"),
        (XML_ERR_PI_NOT_FINISHED, "processing instruction not finished"),
        (XML_ERR_RESERVED_XML_NAME, "XML declaration allowed only at the start of the document"),
        (XML_ERR_CDATA_NOT_FINISHED, "CDATA section not finished"),
        (XML_ERR_MISPLACED_CDATA_END, "sequence ']]>' not allowed in content"),
        (XML_ERR_SPACE_REQUIRED, "blank needed"),
        (XML_ERR_GT_REQUIRED, "end of a tag not found"),
        (XML_ERR_LTSLASH_REQUIRED, "end tag expected"),
        (XML_ERR_EQUAL_REQUIRED, "'=' expected"),
        (XML_ERR_TAG_NAME_MISMATCH, "opening and ending tag mismatch"),
        (XML_ERR_TAG_NOT_FINISHED, "premature end of data in a tag"),
        (XML_ERR_INVALID_ENCODING, "input is not proper in its encoding"),
        (XML_ERR_VERSION_MISSING, "XML declaration without a version"),
        (XML_ERR_XMLDECL_NOT_FINISHED, "XML declaration not finished"),
        (XML_ERR_STANDALONE_VALUE, "standalone accepts only yes or no"),
        (XML_NS_ERR_UNDEFINED_NAMESPACE, "namespace prefix not defined"),
        (XML_NS_ERR_XML_NAMESPACE, "misuse of a reserved namespace"),
        (XML_NS_ERR_QNAME, "name with a misplaced colon"),
        (XML_NS_ERR_ATTRIBUTE_REDEFINED, "attribute redefined in its namespace"),
        (XML_NS_ERR_COLON, "name with a misplaced colon"),
        (XML_NS_ERR_EMPTY, "empty namespace name"),
    ]
}
