// Writes identity numbers and salaries into a row, as the list's style and the errors of clerks and spreadsheets have them.

extension RowWriter {
    // MARK: Identity numbers

    mutating func writeNumbers(_ subject: RowSubject) {
        let person = subject.person
        if style.has(.oldNationalID), person.oldID > 0 {
            texts[.oldNationalID] = old(person.oldID)
        }
        guard style.has(.nationalID) else { return }
        let isFree = !person.isAnnounced && !person.hasDouble
        if isFree, chance.perMille(mess.missingNumbers) { return }
        // Older lists often have the old number where the new one is asked for.
        if subject.isOlder, person.oldID > 0, !style.has(.oldNationalID), !person.hasDouble {
            texts[.nationalID] = old(person.oldID)
            return
        }
        if isFree, chance.perMille(mess.wrongNumbers) {
            var errors = NumberErrors(chance: chance)
            let wrong = errors.wrong(person.citizenID)
            chance = errors.chance
            texts[.nationalID] = SampleCell(wrong.text)
            switch wrong.outcome {
            case .code(let code): reading.raise(code)
            case .number(let number, let restored): IdentityRules.read(number, restored: restored, into: &reading)
            }
            return
        }
        if mess.isVaried, style.numberStyle != .number, chance.perMille(15) { return writeBoth(person) }
        let lost = style.numberStyle == .number ? zerosInFront(person.citizenID) : 0
        texts[.nationalID] = styled(IdentityRules.twelve(person.citizenID))
        IdentityRules.read(person.citizenID, restored: lost, into: &reading)
    }

    /// The number with a letter for a digit, with its date of issue, or with the old number beside it.
    private mutating func writeBoth(_ person: InventedPerson) {
        let digits = IdentityRules.twelve(person.citizenID)
        let text: String
        switch chance.below(3) {
        case 0: text = "O" + digits.dropFirst().map { $0 == "1" && $0 != digits.last ? "l" : String($0) }.joined()
        case 1: text = digits + " cấp ngày \(chance.within(1...28))/\(chance.within(1...12))/2021"
        default:
            guard person.oldID > 0 else {
                text = digits
                break
            }
            text = "CCCD \(digits); CMND \(IdentityRules.nine(person.oldID))"
            reading.oldID = person.oldID
            reading.see(.oldNationalID, IdentityRules.nine(person.oldID))
        }
        texts[.nationalID] = SampleCell(text)
        IdentityRules.read(person.citizenID, into: &reading)
    }

    private func zerosInFront(_ number: Int) -> Int { 12 - String(number).count }

    private mutating func old(_ number: Int) -> SampleCell {
        let text = IdentityRules.nine(number)
        reading.oldID = number
        reading.see(.oldNationalID, text)
        if style.numberStyle == .number, text.hasPrefix("0") { reading.raise("national_id.zero_restored") }
        return styled(text)
    }

    private func styled(_ digits: String) -> SampleCell {
        func grouped(_ separator: String) -> String {
            stride(from: 0, to: digits.count, by: 3).map { String(digits.dropFirst($0).prefix(3)) }
                .joined(separator: separator)
        }
        switch style.numberStyle {
        case .plain: return SampleCell(digits)
        case .apostrophe: return SampleCell("'" + digits)
        case .formula: return SampleCell("=\"" + digits + "\"")
        case .dots: return SampleCell(grouped("."))
        case .spaces: return SampleCell(grouped(" "))
        case .labelled: return SampleCell((digits.count == 12 ? "CCCD: " : "CMND: ") + digits)
        case .number: return SampleCell(String(digits.drop { $0 == "0" }), kind: .number)
        }
    }

    // MARK: Salary

    mutating func writeSalary(_ subject: RowSubject) {
        let tenure = subject.tenure
        if style.has(.rank), !tenure.rank.isEmpty {
            reading.see(.rankCode, tenure.rank)
            texts[.rank] = SampleCell(
                (style.hasRankTitles ? ShortWords.rankTitle(tenure.rank) : nil)
                    ?? ShortWords.rankCode(tenure.rank, style.rankStyle))
        }
        let isMissing = chance.perMille(mess.missingCells)
        if tenure.coefficient > 0 && !isMissing {
            var coefficient = tenure.coefficient
            var text = decimal(coefficient)
            let shows = style.has(.salaryCoefficient)
            if shows, style.has(.rank), !tenure.rank.isEmpty, chance.perMille(mess.wrongSalaries) {
                coefficient += 4
                text = decimal(coefficient)
                reading.raise("salary.off_scale")
            } else if shows, chance.perMille(mess.wrongSalaries) {
                text = String(coefficient)
                reading.raise("salary.decimal_lost")
            }
            if shows, style.hasOverFrame, tenure.step >= steps(of: tenure.scale), !style.hasTypedNumbers {
                text += " VK \(chance.within(5...12))%"
            }
            if shows {
                reading.see(.salaryCoefficient, decimal(coefficient, point: true))
                texts[.salaryCoefficient] = SampleCell(text, kind: style.hasTypedNumbers ? .number : .text)
            }
            writeStep(tenure, coefficient: coefficient)
        }
        if style.has(.positionAllowance), tenure.allowance > 0 {
            reading.see(.positionAllowance, decimal(tenure.allowance, point: true))
            texts[.positionAllowance] = SampleCell(
                decimal(tenure.allowance), kind: style.hasTypedNumbers ? .number : .text)
        }
    }

    private mutating func writeStep(_ tenure: Tenure, coefficient: Int) {
        guard style.has(.salaryStep), tenure.step > 0 else { return }
        reading.see(.salaryStep, String(tenure.step))
        let steps = steps(of: tenure.scale)
        switch style.stepStyle {
        case .plain: texts[.salaryStep] = SampleCell(String(tenure.step), kind: .number)
        case .ofAll: texts[.salaryStep] = SampleCell("\(tenure.step)/\(steps)")
        case .word: texts[.salaryStep] = SampleCell("Bậc \(tenure.step)")
        case .withCoefficient:
            texts[.salaryStep] = SampleCell("\(tenure.step)/\(decimal(coefficient))")
            reading.see(.salaryCoefficient, decimal(coefficient, point: true))
        }
    }

    private func steps(of scale: String) -> Int { scale == "A0" ? 10 : scale == "B" ? 12 : scale == "A1" ? 9 : 8 }

    /// A number of hundredths as the list writes it: typed cells always have a point.
    private func decimal(_ hundredths: Int, point: Bool = false) -> String {
        let mark = point || style.hasDecimalPoint || style.hasTypedNumbers ? "." : ","
        return "\(hundredths / 100)\(mark)\(Day.twoDigits(hundredths % 100))"
    }
}
