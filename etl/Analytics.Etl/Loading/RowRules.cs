namespace Analytics.Etl.Loading;

/// <summary>Reads a source row by named rules and, when none rejected it, writes the fact.</summary>
public delegate void RowRules(ContractRow row, FactWriter fact);
