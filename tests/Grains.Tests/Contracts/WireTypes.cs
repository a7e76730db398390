using System.Globalization;
using System.Reflection;
using System.Text;
using SupportAgents.Conversations;

namespace SupportAgents.Grains.Tests.Contracts;

/// <summary>What crosses processes and lies in storage: every serialized type by its alias, every member by its number.</summary>
internal static class WireTypes
{
    /// <summary>One line for each type and member, sorted; a member that changed its number or type changes its line.</summary>
    public static string Describe()
    {
        var text = new StringBuilder("# Types on the wire, written by WireContractTests. Numbers and aliases stay for ever; .ci/accept-contracts accepts a change.\n");
        foreach (var (alias, type) in typeof(Answer).Assembly.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            .Select(type => (AliasOf(type) ?? type.FullName!, type)).OrderBy(pair => pair.Item1, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{alias}{(type.BaseType is { } above && AliasOf(above) is { } name ? $" : {name}" : "")}\n");
            foreach (var line in type.IsEnum ? Values(type) : Members(type))
                text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }
        return text.ToString();
    }

    private static IEnumerable<string> Values(Type type) => Enum.GetNames(type).Select(name => $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)} {name}");

    private static IEnumerable<string> Members(Type type) =>
        from member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let id = member.GetCustomAttribute<IdAttribute>()?.Id
        where id is not null
        orderby id
        select $"{id} {member.Name}: {NameOf(member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType)}";

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? $"{NameOf(inner)}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : AliasOf(type) ?? type.Name;

    private static string? AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;
}
