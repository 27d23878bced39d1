namespace Assistant.Core.CSharp;

/// <summary>Code that the engine refactors before anybody asks, so that requests find it compiled.</summary>
internal static class WarmUpSample
{
    /// <summary>Touches every part of the engine, and few fixes.</summary>
    public const string Short = """
        class Sample
        {
            private List<string> _names = new List<string>();

            public string First(object name)
            {
                var text = name as string;
                if (text != null)
                    _names.Add(text);
                return _names.Count == 0 ? null : _names[0];
            }
        }
        """;

    /// <summary>Needs the fixes that are wanted most.</summary>
    public const string Long = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;

        namespace Warm
        {
            class Sample
            {
                private List<string> _names = new List<string>();
                private Dictionary<string, int> _counts = new Dictionary<string, int>();
                private object _gate = new object();
                private string _title;

                public Sample(string title)
                {
                    if (title == null) throw new ArgumentNullException("title");
                    _title = title;
                }

                public string Title { get { return _title; } }

                public event EventHandler Changed;

                public string First(object name)
                {
                    var text = name as string;
                    if (text != null)
                        _names.Add(text);
                    if (!(name is int))
                    {
                        return String.Empty;
                    }
                    else
                    {
                        string first = _names.Where(other => other != "").FirstOrDefault();
                        return first != null ? first : text.Substring(1, text.Length - 1);
                    }
                }

                public int Count(string key)
                {
                    lock (_gate)
                    {
                        int count;
                        if (_counts.TryGetValue(key, out count) == true) { count = count + 1; }
                        if (Changed != null) Changed(this, EventArgs.Empty);
                        return (count);
                    }
                }

                public string Kind(int number)
                {
                    using (var reader = new StringReader("x"))
                    {
                        switch (number)
                        {
                            case 0: return "none";
                            case 1: return reader.ReadLine();
                            default: return _names[_names.Count - 1];
                        }
                    }
                }

                public bool IsLong(int[] numbers)
                {
                    var all = new List<int>();
                    all.Add(numbers[0]);
                    all.AddRange(new int[] { 1, 2 });
                    if (all.Count() > 0) return true; else return false;
                }
            }
        }
        """;
}
