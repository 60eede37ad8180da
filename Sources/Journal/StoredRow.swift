internal import GRDB

/// Reading columns without trusting them: a file that was tampered with is damaged, not a reason to stop the program.
extension Row {
    func text(_ index: Int) throws -> String {
        guard let text = String.fromDatabaseValue(self[index]) else { throw DamagedRow() }
        return text
    }

    func optionalText(_ index: Int) throws -> String? {
        let value: DatabaseValue = self[index]
        return value.isNull ? nil : try text(index)
    }

    func whole(_ index: Int) throws -> Int {
        guard let number = Int.fromDatabaseValue(self[index]) else { throw DamagedRow() }
        return number
    }

    func optionalWhole(_ index: Int) throws -> Int? {
        let value: DatabaseValue = self[index]
        return value.isNull ? nil : try whole(index)
    }
}
