using Pulumi;

namespace Infra.Tests.Sdk.Provider;

public sealed class ShelfArgs : ResourceArgs
{
    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;

    [Input("width")]
    public double? Width { get; set; }

    [Input("beside")]
    public Input<ShelfArgs>? Beside { get; set; }
}

public sealed class Receipt
{
    [Output("total")]
    public float Total { get; set; }

    [Output("note")]
    public string? Note { get; set; }

    [Output("pages")]
    public int? Pages { get; set; }

    [Output("parts")]
    public List<Receipt> Parts { get; set; } = [];
}

public sealed class ShopArgs : ResourceArgs
{
    [Input("owner", required: true)]
    public Input<string> Owner { get; set; } = null!;

    [Input("floor", required: true)]
    public int Floor { get; set; }

    [Input("open")]
    public bool? Open { get; set; }

    [Input("visitors")]
    public Input<long>? Visitors { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("logo")]
    public Input<Asset>? Logo { get; set; }

    [Input("site")]
    public Input<Archive>? Site { get; set; }

    [Input("names")]
    public InputList<string> Names { get; set; } = [];

    [Input("shelves")]
    public InputMap<ShelfArgs> Shelves { get; set; } = [];

    [Input("matrix")]
    public List<Input<string[]>>? Matrix { get; set; }

    [Input("prices")]
    public IDictionary<string, double>? Prices { get; set; }

    [Input("front")]
    public ShelfArgs? Front { get; set; }
}

public class Shop(string name, ShopArgs args, ComponentResourceOptions? options = null) : ComponentResource("shops:index:Shop", name, args, options)
{
    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    [Output("nickname")]
    public Output<string?> Nickname { get; private set; } = null!;

    [Output("rooms")]
    public Output<int> Rooms { get; private set; } = null!;

    [Output("seats")]
    public Output<int?> Seats { get; private set; } = null!;

    [Output("receipts")]
    public Output<IDictionary<string, Receipt>> Receipts { get; private set; } = null!;

    [Output("tags")]
    public Output<IList<string>> Tags { get; private set; } = null!;
}

public sealed class KioskArgs : ResourceArgs;

/// <summary>Has outputs of its own and those of the class that it derives from.</summary>
public sealed class Kiosk(string name, KioskArgs args, ComponentResourceOptions options) : Shop(name, new ShopArgs { Owner = args.ToString()! }, options)
{
    [Output("wheels")]
    public Output<double> Wheels { get; private set; } = null!;
}
