using System.Globalization;
using System.Text;

namespace Assistant.Bench;

/// <summary>C# as it comes from older projects: about every third line has something to refactor.</summary>
internal static class EngineSample
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;

        namespace Shop.Orders
        {

        """;

    private const string Class = """
            public class OrderService#
            {
                private List<string> _items = new List<string>();
                private Dictionary<string, int> _counts = new Dictionary<string, int>();
                private object _gate = new object();
                private string _name;
                private int _limit = 10;

                public OrderService#(string name)
                {
                    if (name == null) throw new ArgumentNullException(nameof(name));
                    _name = name;
                }

                public string Name { get { return _name; } }

                public int Add(string item)
                {
                    lock (_gate)
                    {
                        int count;
                        if (!_counts.TryGetValue(item, out count))
                        {
                            count = 0;
                        }
                        count = count + 1;
                        _counts[item] = count;
                        if (_items.Count == _limit)
                            _items.RemoveAt(0);
                        _items.Add(item == null ? "nothing" : item);
                        return count;
                    }
                }

                // What is known about a thing.
                public string Describe(object thing)
                {
                    var text = thing as string;
                    if (text != null)
                    {
                        return "text of " + text.Length + " characters";
                    }
                    if (!(thing is int))
                    {
                        return String.Format("{0} is something else", thing);
                    }
                    switch ((int)thing)
                    {
                        case 0:
                            return "nothing";
                        case 1:
                            return "one";
                        default:
                            return "many";
                    }
                }

                public bool HasLong(int length)
                {
                    return _items.Where(item => item.Length > length).Any() == true ? true : false;
                }

                public string First()
                {
                    var found = _items.Where(item => item.StartsWith("a")).FirstOrDefault();
                    if (found == null)
                    {
                        found = "";
                    }
                    return found;
                }

                public int[] Squares(int n)
                {
                    var squares = new int[] { 1, 4, 9 };
                    var list = new List<int>();
                    list.Add(squares[squares.Length - 1]);
                    list.Add(n * n);
                    return list.ToArray();
                }

                public string Read(string path)
                {
                    using (var reader = new StreamReader(path))
                    {
                        string line = reader.ReadLine();
                        return line != null ? line : String.Empty;
                    }
                }
            }

        """;

    /// <summary>Whole classes, about a hundred lines each.</summary>
    public static string Of(int classes)
    {
        var code = new StringBuilder(Head);
        for (var number = 0; number < classes; number++)
        {
            code.Append(Class.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return code.Append("}\n").ToString();
    }

    public static int LinesOf(string code) => code.AsSpan().Count('\n');
}
