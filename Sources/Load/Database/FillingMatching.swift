// Tables of what decided: the evidence between rows, what it is worth, and the rules that were asked.

import Personnel

extension Filling {
    func fillMatching() throws {
        let columns = "left_row_id, right_row_id, is_join, is_decided, weight, levels"
        try fill("match_link", columns) { insert in
            for link in consolidation.links {
                insert.bind(1, try rows.requiredID(of: register.records[Int(link.left)].place))
                insert.bind(2, try rows.requiredID(of: register.records[Int(link.right)].place))
                insert.bind(3, link.isJoin ? 1 : 0)
                insert.bind(4, link.isDecided ? 1 : 0)
                insert.bind(5, Double(link.weight))
                insert.bind(6, Int64(bitPattern: link.levels))
                try insert.insert()
            }
        }
        try fill("match_level", "comparison, level, field, name, bits") { insert in
            for level in consolidation.scale?.levels ?? [] {
                insert.bind(1, level.comparison)
                insert.bind(2, level.level)
                insert.bind(3, level.field)
                insert.bind(4, level.name)
                insert.bind(5, level.bits)
                try insert.insert()
            }
        }
        try fill("match_threshold", "name, weight") { insert in
            guard let scale = consolidation.scale else { return }
            for (name, weight) in [("join", scale.join), ("prior", scale.prior), ("review", scale.review)] {
                insert.bind(1, name)
                insert.bind(2, weight)
                try insert.insert()
            }
        }
    }

    func fillRules() throws {
        try fill("rule", "position, name, outcome, unit_kinds, position_words, rank_prefixes") { insert in
            for (index, rule) in consolidation.rules.enumerated() {
                insert.bind(1, index + 1)
                insert.bind(2, rule.name)
                insert.bind(3, rule.outcome)
                insert.bind(4, jsonArray(rule.unitKinds))
                insert.bind(5, jsonArray(rule.positionWords))
                insert.bind(6, jsonArray(rule.rankPrefixes))
                try insert.insert()
            }
        }
    }
}
